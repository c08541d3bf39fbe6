package org.headrace.app.command;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.headrace.config.Reading;
import org.headrace.config.Settings;
import org.headrace.config.SourcesFile;
import org.headrace.model.Source;
import org.headrace.store.SourceStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the sources in the operator's list and how each is doing. */
@Command(name = "list", description = "List the sources, with their state and next poll.")
final class ListCommand extends Verb {
  @Option(names = "--json", description = "Write the list as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Optional<Settings> settings = settings();
    Reading<List<Source>> sources = sources(settings);
    err().print(sources.report());
    if (settings.isEmpty() || sources.value().isEmpty()) {
      return HeadraceCommand.FAULT;
    }
    ListedSources known = ListedSources.in(settings.get());
    List<Source> listed = sources.value().get();
    print(json ? json(listed, known, sources.text()) : lines(listed, known));
    if (listed.isEmpty()) {
      say("No sources yet: headrace add ADDRESS");
    }
    return HeadraceCommand.WELL;
  }

  private static String lines(List<Source> sources, ListedSources known) {
    Instant now = Instant.now();
    StringBuilder lines = new StringBuilder();
    for (Source source : sources) {
      Optional<SourceStatus> status = known.of(source);
      lines.append(
          "%-28s  %-13s  %-12s  %s%n"
              .formatted(
                  source.name(),
                  status.map(ListedSources::state).orElse("not asked yet"),
                  status.flatMap(SourceStatus::nextPoll).map(at -> Ago.of(at, now)).orElse("-"),
                  source.address()));
    }
    return lines.toString();
  }

  private static String json(List<Source> sources, ListedSources known, String text) {
    ArrayNode list = JsonText.array();
    for (Source source : sources) {
      ObjectNode one = list.addObject();
      one.put("name", source.name());
      one.put("address", source.address().toString());
      ArrayNode topics = one.putArray("topics");
      source.topics().forEach(topics::add);
      OptionalInt line = SourcesFile.line(text, source.address());
      line.ifPresent(number -> one.put("line", number));
      known.of(source).ifPresent(status -> StatusCommand.describe(one, status));
    }
    return JsonText.of(list);
  }
}
