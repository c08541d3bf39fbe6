package org.headrace.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.headrace.config.Reading;
import org.headrace.config.Settings;
import org.headrace.config.SourcesFile;
import org.headrace.model.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes over what another program subscribes to, or a whole list of sources. */
@Command(
    name = "import",
    description = {
      "Take over the subscriptions of another program: headrace import opml FILE",
      "Put a list in place of the one there is: headrace import yaml FILE"
    })
final class ImportCommand extends Verb {
  @Parameters(index = "0", paramLabel = "FORM", description = "The form of the file: opml or yaml.")
  private String form = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "A list of subscriptions, or of sources as in sources.yaml.")
  private Path list = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!List.of("opml", "yaml").contains(form)) {
      throw wrong("opml and yaml can be imported: headrace import opml FILE");
    }
    Optional<Settings> settings = settings();
    if (settings.isEmpty()) {
      return HeadraceCommand.FAULT;
    }
    try (ListPlace place = ListPlace.of(home(), settings)) {
      return form.equals("opml") ? opml(place) : yaml(place);
    }
  }

  private int opml(ListPlace place) throws IOException {
    SourcesEditor file = SourcesEditor.open(place);
    int added = OpmlImport.into(file, list, line -> say("%s", line));
    file.save();
    say("%d sources added to %s.", added, place.name());
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
