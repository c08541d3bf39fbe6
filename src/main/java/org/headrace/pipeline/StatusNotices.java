package org.headrace.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Move;
import org.headrace.model.PollState;
import org.headrace.model.StableHash;
import org.headrace.publish.Notice;
import org.headrace.store.SourceStatus;

/** What the operator should look at: sources that have moved, are gone, or give no feed. */
final class StatusNotices {
  /** A source that fails for less may well recover by itself. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  private StatusNotices() {}

  /** One entry for each trouble of these sources, the latest first. */
  static List<Notice> of(List<SourceStatus> sources, Instant now) {
    List<Notice> notices = new ArrayList<>();
    for (SourceStatus status : sources) {
      moved(status).ifPresent(notices::add);
      lost(status, now).ifPresent(notices::add);
    }
    notices.sort(Comparator.comparing(Notice::published).reversed());
    return notices;
  }

  private static Optional<Notice> moved(SourceStatus status) {
    return status
        .state()
        .move()
        .filter(Move::adopted)
        .map(
            move ->
                notice(
                    status,
                    "moved",
                    "has moved for good",
                    "It is asked at " + move.to() + " now; write that into the list of sources.",
                    move.last()));
  }

  /** It is never asked again, or has given no feed for long. */
  private static Optional<Notice> lost(SourceStatus status, Instant now) {
    PollState state = status.state();
    boolean over = status.nextPoll().isEmpty() && state.polled().isPresent();
    Optional<Instant> since =
        state
            .failing()
            .filter(start -> over || start.plus(PATIENCE).isBefore(now))
            .or(() -> over ? state.polled() : Optional.empty());
    return since.map(
        start ->
            notice(
                status,
                over ? "gone" : "failing",
                over ? "is gone" : "gives no feed",
                state.words() + " (" + status.nextReason() + ")",
                start));
  }

  private static Notice notice(
      SourceStatus status, String kind, String title, String words, Instant since) {
    LocalDate day = LocalDate.ofInstant(since, ZoneOffset.UTC);
    long mark = StableHash.of(status.source().id() + kind + since.toEpochMilli());
    return new Notice(
        "tag:headrace.org," + day + ":status/" + Long.toString(mark, 36),
        status.source().name() + " " + title,
        Optional.empty(),
        words,
        List.of(),
        since,
        since);
  }
}
