package org.headrace.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.headrace.app.Home;
import org.headrace.config.Schemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the operator's files, every key explained; never touches one that is there. */
@Command(
    name = "init",
    description = "Write sources.yaml and headrace.yaml, with every key explained in comments.")
final class InitCommand extends Verb {
  @Option(
      names = "--from",
      paramLabel = "FILE.opml",
      description = "Begin with the subscriptions of another program.")
  private Optional<Path> from = Optional.empty();

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      description = "Where the owner of a site can reach you: a page or mail address.")
  private Optional<String> contact = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Home home = home();
    Files.createDirectories(home.settings().resolve("schema"));
    for (Schemas schema : Schemas.values()) {
      Path file = home.settings().resolve("schema").resolve(schema.file());
      if (!Files.exists(file)) {
        Files.writeString(file, schema.text());
      }
    }
    written(home.sourcesFile(), starter(home, "sources.yaml"));
    written(home.settingsFile(), withContact(starter(home, "headrace.yaml")));
    if (from.isPresent()) {
      SourcesEditor file = SourcesEditor.open(home.sourcesFile());
      int added = OpmlImport.into(file, from.get(), line -> say("%s", line));
      file.save();
      say("%d sources taken over from %s.", added, from.get());
    }
    say("Next: headrace add ADDRESS, then headrace check --online, then headrace run");
    return HeadraceCommand.WELL;
  }

  private static String starter(Home home, String name) throws IOException {
    return Files.readString(home.program().resolve("config").resolve(name), StandardCharsets.UTF_8);
  }

  private String withContact(String settings) {
    return contact
        .map(
            given ->
                settings.replaceFirst(
                    "(?m)^contact: \"\"$",
                    "contact: \"" + given.replaceAll("[^ -~]|[\"\\\\$]", "") + "\""))
        .orElse(settings);
  }

  private void written(Path file, String text) throws IOException {
    if (Files.exists(file)) {
      say("%s is there already and stays as it is.", file);
    } else {
      Files.writeString(file, text, StandardCharsets.UTF_8);
      say("Wrote %s.", file);
    }
  }
}
