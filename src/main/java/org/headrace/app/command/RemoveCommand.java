package org.headrace.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.headrace.config.Settings;
import org.headrace.model.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a source out of the operator's file. */
@Command(
    name = "remove",
    description = "Take a source out of the list; its stories stay for as long as they would.")
final class RemoveCommand extends Verb {
  @Parameters(paramLabel = "SOURCE", description = "Its name or address.")
  private String wanted = "";

  @Override
  public Integer call() throws IOException {
    Optional<Settings> settings = settings();
    if (settings.isEmpty()) {
      return HeadraceCommand.FAULT;
    }
    try (ListPlace place = ListPlace.of(home(), settings)) {
      return removed(place);
    }
  }

  private int removed(ListPlace place) throws IOException {
    SourcesEditor file = SourcesEditor.open(place);
    List<Source> meant = file.sources().stream().filter(this::isMeant).toList();
    if (meant.size() != 1) {
      say(
          meant.isEmpty()
              ? "No source is called \"%s\". headrace list shows them."
              : "Several sources are called \"%s\"; name the address.",
          wanted);
      return HeadraceCommand.FAULT;
    }
    Source source = meant.getFirst();
    int line = file.remove(source.address());
    file.save();
    say("%s is no longer in %s (it was in line %d).", source.name(), place.name(), line);
    return HeadraceCommand.WELL;
  }

  private boolean isMeant(Source source) {
    return source.name().equalsIgnoreCase(wanted) || source.address().toString().equals(wanted);
  }
}
