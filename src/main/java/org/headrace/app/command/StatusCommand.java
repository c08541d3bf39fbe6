package org.headrace.app.command;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.headrace.app.Drift;
import org.headrace.app.Nodes;
import org.headrace.app.RunningProgram;
import org.headrace.config.Settings;
import org.headrace.store.Counts;
import org.headrace.store.Node;
import org.headrace.store.SourceStatus;
import org.headrace.store.Store;
import org.headrace.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says whether the program runs, whether it is well, and which sources are not. */
@Command(
    name = "status",
    description = "Tell whether the program runs and how it and its sources are doing.")
final class StatusCommand extends Verb {
  @Option(names = "--json", description = "Write it as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Optional<Settings> read = settings();
    if (read.isEmpty()) {
      return HeadraceCommand.FAULT;
    }
    Settings settings = read.get();
    RunningProgram.Answer health = RunningProgram.of(settings).health();
    try (Store store = Store.beside(settings.store())) {
      Counts counts = store.stories().counts();
      List<SourceStatus> sources = store.sources().all();
      List<Node> nodes = Nodes.running(store, Instant.now());
      List<String> drift = Drift.of(nodes, store.nodes().form());
      print(
          json
              ? json(health, counts, sources, nodes, drift)
              : lines(health, counts, sources, nodes, drift));
    } catch (StoreException e) {
      say("%s", String.valueOf(e.getMessage()));
      return health.running() ? HeadraceCommand.FAULT : HeadraceCommand.NOT_RUNNING;
    }
    if (!health.running()) {
      say("Headrace does not run at %s.", settings.web().publicAddress());
      return HeadraceCommand.NOT_RUNNING;
    }
    return health.ready() ? HeadraceCommand.WELL : HeadraceCommand.FAULT;
  }

  private static String lines(
      RunningProgram.Answer health,
      Counts counts,
      List<SourceStatus> sources,
      List<Node> nodes,
      List<String> drift) {
    Instant now = Instant.now();
    StringBuilder lines = new StringBuilder();
    lines.append(
        "running   %s%n"
            .formatted(
                !health.running()
                    ? "no"
                    : health.ready() ? "yes, and ready" : "yes, but not ready"));
    health.reasons().forEach(reason -> lines.append("          %s%n".formatted(reason)));
    lines.append(
        "kept      %d articles of %d sources in %d stories, %d joined another, %d with full text%n"
            .formatted(
                counts.articles(),
                counts.sources(),
                counts.stories(),
                counts.joined(),
                counts.withFullText()));
    if (nodes.size() > 1) {
      nodes.forEach(
          node ->
              lines.append(
                  "node      %s, %s, %s: %s%n"
                      .formatted(
                          node.name(),
                          node.version(),
                          Ago.of(node.started(), now),
                          String.join(", ", node.roles()))));
    }
    drift.forEach(one -> lines.append("unlike    %s%n".formatted(one)));
    sources.stream()
        .filter(status -> !status.paused() && status.state().failures() > 0)
        .forEach(
            status ->
                lines.append(
                    "trouble   %s: %s, next %s (%s)%n"
                        .formatted(
                            status.source().name(),
                            status.state().words(),
                            status.nextPoll().map(at -> Ago.of(at, now)).orElse("never"),
                            status.nextReason())));
    return lines.toString();
  }

  private static String json(
      RunningProgram.Answer health,
      Counts counts,
      List<SourceStatus> sources,
      List<Node> nodes,
      List<String> drift) {
    ObjectNode root = JsonText.object();
    root.put("running", health.running());
    root.put("ready", health.ready());
    ArrayNode reasons = root.putArray("reasons");
    health.reasons().forEach(reasons::add);
    root.putObject("kept")
        .put("sources", counts.sources())
        .put("articles", counts.articles())
        .put("stories", counts.stories())
        .put("joined", counts.joined())
        .put("fullText", counts.withFullText());
    ArrayNode processes = root.putArray("nodes");
    for (Node node : nodes) {
      ObjectNode one = processes.addObject();
      one.put("name", node.name());
      one.put("version", node.version());
      one.put("form", node.form());
      one.put("started", node.started().toString());
      one.put("seen", node.seen().toString());
      ArrayNode roles = one.putArray("roles");
      node.roles().forEach(roles::add);
    }
    ArrayNode unlike = root.putArray("drift");
    drift.forEach(unlike::add);
    ArrayNode list = root.putArray("sources");
    for (SourceStatus status : sources) {
      ObjectNode one = list.addObject();
      one.put("name", status.source().name());
      one.put("address", status.source().address().toString());
      describe(one, status);
    }
    return JsonText.of(root);
  }

  /** Adds to {@code one} how a source is doing. */
  static void describe(ObjectNode one, SourceStatus status) {
    one.put("state", ListedSources.state(status));
    one.put("words", status.state().words());
    status.state().polled().ifPresent(at -> one.put("polled", at.toString()));
    status.state().changed().ifPresent(at -> one.put("changed", at.toString()));
    one.put("failures", status.state().failures());
    status.nextPoll().ifPresent(at -> one.put("next", at.toString()));
    one.put("reason", status.nextReason());
    one.put("articles", status.articles());
  }
}
