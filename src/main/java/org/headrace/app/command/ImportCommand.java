package org.headrace.app.command;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes over what another program subscribes to. */
@Command(
    name = "import",
    description = "Take over the subscriptions of another program: headrace import opml FILE")
final class ImportCommand extends Verb {
  @Parameters(index = "0", paramLabel = "opml", description = "The form of the file: opml.")
  private String form = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "The list of subscriptions.")
  private Path list = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!form.equals("opml")) {
      throw wrong("only opml can be imported: headrace import opml FILE");
    }
    SourcesEditor file = SourcesEditor.open(home().sourcesFile());
    int added = OpmlImport.into(file, list, line -> say("%s", line));
    file.save();
    say("%d sources added to %s.", added, home().sourcesFile());
    return HeadraceCommand.WELL;
  }
}
