package org.headrace.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.headrace.model.ArticleId;
import org.headrace.model.PollState;
import org.headrace.model.SourceId;
import org.jdbi.v3.core.Handle;

/** What a hub's word changes of a source. */
final class Pushes {
  private Pushes() {}

  /** Takes entries in that nobody asked for; empty if the source is not listed. */
  static Optional<List<ArticleId>> take(
      Handle handle, TimeSortedIds ids, SourceId source, List<PolledEntry> entries, Instant now) {
    return held(handle, source)
        .map(
            state -> {
              int known = Intake.known(handle, source.value(), Intake.byKey(entries)).size();
              boolean news = known < Intake.byKey(entries).size();
              keep(handle, source, state.pushedAt(now, news));
              return new Intake(handle, ids, source.value(), now).take(entries);
            });
  }

  /**
   * Makes a source due, but no sooner than {@code shortest} after its last poll; one that is being
   * left alone because it fails is not hastened. False if nothing was changed.
   */
  static boolean hasten(Handle handle, SourceId source, Duration shortest, Instant now) {
    Optional<String> host = host(handle, source);
    host.ifPresent(name -> Hosts.hold(handle, List.of(name)));
    Optional<PollState> state = held(handle, source);
    if (host.isEmpty() || state.isEmpty() || state.get().failures() > 0) {
      return false;
    }
    Instant soonest = state.get().polled().map(last -> last.plus(shortest)).orElse(now);
    hasten(handle, source, soonest.isAfter(now) ? soonest : now, "its hub says there is news");
    Hosts.schedule(handle, List.of(host.get()));
    return true;
  }

  /** The hub is not relied upon any more: the source is asked at its own rhythm again. */
  static void distrust(Handle handle, SourceId source, Instant now) {
    Optional<String> host = host(handle, source);
    host.ifPresent(name -> Hosts.hold(handle, List.of(name)));
    held(handle, source)
        .filter(state -> state.pushed().isPresent())
        .ifPresent(
            state -> {
              keep(handle, source, state.unpushed());
              Instant soon = now.plus(state.interval().orElse(Duration.ZERO));
              hasten(handle, source, soon, "its hub no longer sends what is new");
              host.ifPresent(name -> Hosts.schedule(handle, List.of(name)));
            });
  }

  private static Optional<String> host(Handle handle, SourceId source) {
    return handle
        .createQuery("select host from source where id = :id and not paused")
        .bind("id", source.value())
        .mapTo(String.class)
        .findOne();
  }

  /** The state of a listed source, which nobody else changes until the transaction ends. */
  private static Optional<PollState> held(Handle handle, SourceId source) {
    return handle
        .createQuery(
            "update source set place = place where id = :id and not paused returning state")
        .bind("id", source.value())
        .map((row, context) -> Json.read(row.getString("state"), PollState.class))
        .findOne();
  }

  private static void keep(Handle handle, SourceId source, PollState state) {
    handle
        .createUpdate("update source set state = :state where id = :id")
        .bind("state", Json.write(state))
        .bind("id", source.value())
        .execute();
  }

  private static void hasten(Handle handle, SourceId source, Instant at, String reason) {
    handle
        .createUpdate(
            """
            update source set next_due = :at, next_reason = :reason
            where id = :id and next_due > :at
            """)
        .bind("at", Millis.of(at))
        .bind("reason", reason)
        .bind("id", source.value())
        .execute();
  }
}
