package org.headrace.app.command;

import java.io.IOException;
import java.util.List;
import org.headrace.model.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a source out of the operator's file. */
@Command(
    name = "remove",
    description = "Take a source out of sources.yaml; its stories stay for as long as they would.")
final class RemoveCommand extends Verb {
  @Parameters(paramLabel = "SOURCE", description = "Its name or address.")
  private String wanted = "";

  @Override
  public Integer call() throws IOException {
    SourcesEditor file = SourcesEditor.open(home().sourcesFile());
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
    say("%s is no longer in %s (it was in line %d).", source.name(), home().sourcesFile(), line);
    return HeadraceCommand.WELL;
  }

  private boolean isMeant(Source source) {
    return source.name().equalsIgnoreCase(wanted) || source.address().toString().equals(wanted);
  }
}
