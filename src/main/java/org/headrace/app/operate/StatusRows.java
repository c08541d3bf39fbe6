package org.headrace.app.operate;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.PollState;
import org.headrace.model.SourceId;
import org.headrace.publish.operate.StatusPage.Row;
import org.headrace.publish.operate.StatusPage.Trouble;
import org.headrace.store.SourceStatus;

/** Says in words how sources are doing. */
final class StatusRows {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("EEE HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
  private static final int LATE_FAILURES = 3;

  private final String base;
  private final Map<SourceId, int[]> daily;
  private final ZoneId zone;

  /**
   * Over what came on each day.
   *
   * @param base path of the site
   */
  StatusRows(String base, Map<SourceId, int[]> daily, ZoneId zone) {
    this.base = base;
    this.daily = daily;
    this.zone = zone;
  }

  Row row(SourceStatus status) {
    int[] days = daily.getOrDefault(status.source().id(), new int[0]);
    return new Row(
        status.source().name(),
        path(status),
        shown(status.source().address()),
        state(status),
        kind(status),
        status.state().words().equals(state(status)) ? "" : status.state().words(),
        status.state().changed().map(this::clock).orElse("never"),
        status.nextPoll().map(this::clock).orElse("never"),
        status.nextReason(),
        Sparkline.path(days),
        "%d entries in %d days, %d on the last"
            .formatted(
                Arrays.stream(days).sum(),
                days.length,
                days.length == 0 ? 0 : days[days.length - 1]),
        status.articles());
  }

  /** What somebody should look at: it failed again and again, stopped, or moved. */
  Optional<Trouble> trouble(SourceStatus status) {
    PollState state = status.state();
    Optional<String> advice =
        status.nextPoll().isEmpty()
            ? Optional.of("It is asked no more: take it out of the list.")
            : state.move().filter(move -> move.adopted()).isPresent()
                ? Optional.of("Write " + state.move().orElseThrow().to() + " in its place.")
                : state.failures() >= LATE_FAILURES
                    ? Optional.of("Asked again " + clock(status.nextPoll().get()) + ".")
                    : Optional.empty();
    return advice.map(
        words ->
            new Trouble(status.source().name(), path(status), state(status), state.words(), words));
  }

  String path(SourceStatus status) {
    return base + "status/source/" + status.source().id().value();
  }

  String clock(Instant at) {
    return CLOCK.format(at.atZone(zone));
  }

  /** To the second, within a week. */
  String exactClock(Instant at) {
    return SECOND.format(at.atZone(zone));
  }

  /** Without the day if it is the day of {@code now}. */
  String shortClock(Instant at, Instant now) {
    boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    return today ? HOUR.format(at.atZone(zone)) : clock(at);
  }

  static String state(SourceStatus status) {
    PollState state = status.state();
    if (status.paused()) {
      return "no longer listed";
    }
    if (state.polled().isEmpty()) {
      return "not asked yet";
    }
    if (status.nextPoll().isEmpty()) {
      return "stopped";
    }
    if (state.failures() > 0) {
      return state.failures() < LATE_FAILURES ? "waiting" : "failing";
    }
    return state.changed().equals(state.polled()) ? "new" : "unchanged";
  }

  static String kind(SourceStatus status) {
    return switch (state(status)) {
      case "new", "unchanged" -> "well";
      case "waiting" -> "wait";
      case "failing", "stopped" -> "bad";
      default -> "off";
    };
  }

  /** Without the query, which may hold a key of the operator's. */
  static String shown(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return String.valueOf(address.getHost()) + port;
  }

  static List<SourceStatus> listed(List<SourceStatus> all) {
    return all.stream().filter(status -> !status.paused()).toList();
  }
}
