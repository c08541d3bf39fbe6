package org.headrace.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.headrace.config.Reading;
import org.headrace.config.Settings;
import org.headrace.model.Source;
import org.headrace.publish.SubscriptionList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives the list of sources to another program. */
@Command(
    name = "export",
    description = "Print the sources as a list of subscriptions: headrace export opml")
final class ExportCommand extends Verb {
  @Parameters(paramLabel = "opml", description = "The form of the list: opml.")
  private String form = "";

  @Override
  public Integer call() throws IOException {
    if (!form.equals("opml")) {
      throw wrong("only opml can be exported: headrace export opml");
    }
    Optional<Settings> settings = settings();
    Reading<List<Source>> sources = OperatorFiles.sources(home().sourcesFile());
    err().print(sources.report());
    if (settings.isEmpty() || sources.value().isEmpty()) {
      return HeadraceCommand.FAULT;
    }
    byte[] opml = SubscriptionList.opml(settings.get().publish().title(), sources.value().get());
    print(new String(opml, StandardCharsets.UTF_8));
    return HeadraceCommand.WELL;
  }
}
