package org.headrace.app.operate;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.headrace.app.Drift;
import org.headrace.app.Nodes;
import org.headrace.publish.Frame;
import org.headrace.publish.operate.StatusPage;
import org.headrace.store.Counts;
import org.headrace.store.Node;
import org.headrace.store.SourceStatus;
import org.headrace.store.Store;
import org.headrace.web.Health;

/** How the program and all its sources are doing. */
final class StatusView {
  private static final int DAYS = 14;

  private final Store store;
  private final Supplier<Health> health;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Frame frame;

  StatusView(Store store, Supplier<Health> health, InstantSource clock, ZoneId zone, Frame frame) {
    this.store = store;
    this.health = health;
    this.clock = clock;
    this.zone = zone;
    this.frame = frame;
  }

  StatusPage page() {
    Instant now = clock.instant();
    StatusRows rows = new StatusRows(frame.base(), store.accounts().daily(DAYS, now), zone);
    List<SourceStatus> listed = StatusRows.listed(store.sources().all());
    Health state = health.get();
    List<Node> nodes = Nodes.running(store, now);
    boolean several = nodes.size() > 1;
    return new StatusPage(
        frame,
        state.ready(),
        state.reasons(),
        several ? nodes.stream().map(node -> line(node, rows, now)).toList() : List.of(),
        Drift.of(nodes, store.nodes().form()),
        tiles(listed, rows),
        listed.stream().map(rows::trouble).flatMap(Optional::stream).toList(),
        listed.stream().map(rows::row).toList());
  }

  private static String line(Node node, StatusRows rows, Instant now) {
    return "%s, %s, since %s: %s"
        .formatted(
            node.name(),
            node.version(),
            rows.shortClock(node.started(), now),
            String.join(", ", node.roles()));
  }

  private List<StatusPage.Tile> tiles(List<SourceStatus> listed, StatusRows rows) {
    Counts counts = store.stories().counts();
    long well = listed.stream().filter(one -> StatusRows.kind(one).equals("well")).count();
    String next =
        listed.stream()
            .map(SourceStatus::nextPoll)
            .flatMap(Optional::stream)
            .min(Instant::compareTo)
            .map(at -> rows.shortClock(at, clock.instant()))
            .orElse("never");
    int grouped = counts.stories() + counts.joined();
    return List.of(
        new StatusPage.Tile(well + " of " + listed.size(), "Sources that are well", ""),
        new StatusPage.Tile(
            Integer.toString(counts.stories()),
            "Stories kept",
            counts.joined() + " articles joined another's"),
        new StatusPage.Tile(
            (grouped == 0 ? 0 : 100 * counts.withFullText() / grouped) + " %",
            "Articles with full text",
            counts.withFullText() + " of " + grouped),
        new StatusPage.Tile(next, "Next poll", ""));
  }
}
