package org.headrace.store;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.headrace.model.HostTurn;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Ends many turns that brought no document at once, with two statements for all of them. */
final class QuietTurns {
  private QuietTurns() {}

  /** A turn, and when it ended. */
  record Ended(HostTurn turn, Polled polled, Instant now) {
    String host() {
      return turn.host();
    }

    long id() {
      return turn.id().value();
    }

    /** As it counts once the claim is given back. */
    Freed freed() {
      return new Freed(turn.host(), turn.fence() + 1);
    }
  }

  /** A host whose claim was given back, with the number it has since. */
  record Freed(String host, long fence) {}

  /** True for each whose claim was not lost; the others change nothing. */
  static List<Boolean> end(Handle handle, List<Ended> all) {
    // two transactions that take hosts in one order never wait for each other in a circle
    List<Ended> inOrder = all.stream().sorted(Comparator.comparing(Ended::host)).toList();
    Set<Freed> freed = free(handle, inOrder);
    List<Ended> held = inOrder.stream().filter(one -> freed.contains(one.freed())).toList();
    if (!held.isEmpty()) {
      Set<Long> scheduled = schedule(handle, held);
      held.stream()
          .filter(one -> !scheduled.contains(one.id()))
          .forEach(
              edited -> {
                TurnTable.schedule(handle, edited.turn, edited.polled, edited.now);
                Hosts.schedule(handle, List.of(edited.host()));
              });
    }
    return all.stream().map(one -> freed.contains(one.freed())).toList();
  }

  /** Gives the claims back, and the hosts their next time as if no source was edited meanwhile. */
  private static Set<Freed> free(Handle handle, List<Ended> all) {
    Query query =
        handle.createQuery(
            """
            with ended (host, fence, free, source, next) as (values %s)
            update host set fence = host.fence + 1, lease_until = 0,
              free_from = case when free_from < ended.free then ended.free else free_from end,
              next_due = (
                select max(time) from (
                  select ended.free as time union all select host.free_from union all
                  select min(time) from (
                    select ended.next as time union all
                    select min(source.next_due) from source
                    where source.host = ended.host and not source.paused
                      and source.id != ended.source) as sources) as times)
            from ended where host.name = ended.host and host.fence = ended.fence
            returning name, host.fence as fence
            """
                .formatted(rows(all.size(), 5)));
    int at = 0;
    for (Ended one : all) {
      query
          .bind(at++, one.host())
          .bind(at++, one.turn.fence())
          .bind(at++, Millis.after(one.now, one.polled.gap()))
          .bind(at++, one.id())
          .bind(at++, Millis.of(one.polled.next().at()));
    }
    return query
        .map((row, context) -> new Freed(row.getString("name"), row.getLong("fence")))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Gives each source that is still listed as it was asked its next time; those it gave one. */
  private static Set<Long> schedule(Handle handle, List<Ended> all) {
    Query query =
        handle.createQuery(
            """
            with ended (id, body, state, troubled, next, reason) as (values %s)
            update source set state = ended.state, troubled = ended.troubled,
              next_due = ended.next, next_reason = ended.reason
            from ended where source.id = ended.id and source.body = ended.body
              and not source.paused
            returning source.id as id
            """
                .formatted(rows(all.size(), 6)));
    int at = 0;
    for (Ended one : all) {
      query
          .bind(at++, one.id())
          .bind(at++, Json.write(one.turn.source()))
          .bind(at++, Json.write(one.polled.state()))
          .bind(at++, one.polled.isTroubled())
          .bind(at++, Millis.of(one.polled.next().at()))
          .bind(at++, Storable.text(one.polled.next().reason()));
    }
    return query.mapTo(Long.class).collect(Collectors.toCollection(HashSet::new));
  }

  private static String rows(int many, int columns) {
    String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
    return String.join(", ", Collections.nCopies(many, row));
  }
}
