package org.headrace.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.headrace.app.SharedSettings;
import org.headrace.config.EffectiveSettings;
import org.headrace.config.Reading;
import org.headrace.config.Settings;
import org.headrace.config.SourcesFile;
import org.headrace.model.Source;
import org.headrace.store.DocumentTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes over what another program subscribes to, or a whole list of sources. */
@Command(
    name = "import",
    description = {
      "Take over the subscriptions of another program: headrace import opml FILE",
      "Put a list in place of the one there is: headrace import yaml FILE",
      "Put settings for all nodes into the store: headrace import settings FILE"
    })
final class ImportCommand extends Verb {
  @Parameters(
      index = "0",
      paramLabel = "FORM",
      description = "What the file is: opml, yaml or settings.")
  private String form = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "Subscriptions, sources as in sources.yaml, or settings as in headrace.yaml.")
  private Path list = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!List.of("opml", "yaml", "settings").contains(form)) {
      throw wrong("opml, yaml and settings can be imported: headrace import opml FILE");
    }
    Optional<Settings> settings = settings();
    if (settings.isEmpty()) {
      return HeadraceCommand.FAULT;
    }
    try (ListPlace place = ListPlace.of(home(), settings)) {
      return switch (form) {
        case "opml" -> opml(place);
        case "yaml" -> yaml(place);
        default -> settings(place);
      };
    }
  }

  private int opml(ListPlace place) throws IOException {
    SourcesEditor file = SourcesEditor.open(place);
    int added = OpmlImport.into(file, list, line -> say("%s", line));
    file.save();
    say("%d sources added to %s.", added, place.name());
    return HeadraceCommand.WELL;
  }

  /** Settings for all nodes; each node's own file goes before them. */
  private int settings(ListPlace place) throws IOException {
    if (place.store().isEmpty()) {
      say("Settings can be kept in the store where the node's own say \"sources: store\".");
      return HeadraceCommand.FAULT;
    }
    if (!Files.isRegularFile(list)) {
      throw new IOException("there is no file " + list);
    }
    Reading<Settings> reading = OperatorFiles.settings(list);
    err().print(reading.report());
    Optional<EffectiveSettings.Setting> wrong = SharedSettings.wrong(reading.text());
    wrong.ifPresent(
        one ->
            say(
                "%s:%d:1  error  each node's own file says \"%s\"",
                list, one.line().orElse(1), one.key()));
    if (reading.value().isEmpty() || wrong.isPresent()) {
      say("Nothing was changed.");
      return HeadraceCommand.FAULT;
    }
    DocumentTable documents = place.store().get().documents();
    if (!documents.put(
        SharedSettings.DOCUMENT,
        documents.edition(SharedSettings.DOCUMENT),
        reading.text(),
        System.getProperty("user.name", ""),
        Instant.now())) {
      throw new IOException("the settings in the store were changed meanwhile; try again");
    }
    say("The settings are in the store; each node takes them when it starts again.");
    return HeadraceCommand.WELL;
  }

  /** A list with a fault is shown with its lines, and takes no other's place. */
  private int yaml(ListPlace place) throws IOException {
    if (!Files.isRegularFile(list)) {
      throw new IOException("there is no file " + list);
    }
    Reading<List<Source>> reading =
        place.inStore()
            ? SourcesFile.readAlone(list.toString(), Files.readString(list))
            : OperatorFiles.sources(list);
    err().print(reading.report());
    if (reading.value().isEmpty()) {
      say("Nothing was changed.");
      return HeadraceCommand.FAULT;
    }
    place.read(); // so that what somebody else writes meanwhile is not overwritten
    place.replace(reading.text());
    int sources = reading.value().get().size();
    say("%d %s in %s now.", sources, sources == 1 ? "source" : "sources", place.name());
    return HeadraceCommand.WELL;
  }
}
