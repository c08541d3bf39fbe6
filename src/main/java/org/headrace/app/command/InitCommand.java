package org.headrace.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.headrace.app.Home;
import org.headrace.app.WholeFile;
import org.headrace.config.Schemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes the operator's files, every key explained. One that is there stays as it is, but for a
 * contact that it lacks.
 */
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
    written(home.settingsFile(), starter(home, "headrace.yaml"));
    if (contact.isPresent()) {
      contact(home.settingsFile(), contact.get());
    }
    if (from.isPresent()) {
      try (ListPlace place = ListPlace.of(home, Optional.empty())) {
        SourcesEditor file = SourcesEditor.open(place);
        int added = OpmlImport.into(file, from.get(), line -> say("%s", line));
        file.save();
        say("%d sources taken over from %s.", added, from.get());
      }
    }
    say("Next: headrace add ADDRESS, then headrace check --online, then headrace run");
    return HeadraceCommand.WELL;
  }

  private static String starter(Home home, String name) throws IOException {
    return Files.readString(home.program().resolve("config").resolve(name), StandardCharsets.UTF_8);
  }

  private void contact(Path file, String given) throws IOException {
    String before = Files.readString(file, StandardCharsets.UTF_8);
    String line = "contact: \"" + given.replaceAll("[^ -~]|[\"\\\\$]", "") + "\"";
    String after = before.replaceFirst("(?m)^contact: \"\"$", line);
    if (!after.equals(before)) {
      WholeFile.replace(file, after);
      say("Wrote the contact into %s.", file);
    } else if (!before.contains(line)) {
      say("%s has a contact, or no line for it; write it there yourself: %s", file, line);
    }
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
