package org.headrace.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.headrace.model.HostTurn;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** When hosts are due, and who holds them. */
final class Hosts {
  /** Due at no time. */
  static final long NEVER = Long.MAX_VALUE;

  private Hosts() {}

  /**
   * Makes the hosts that are missing, then keeps all of them for this transaction: in the order of
   * their names, as whoever else takes many, so that two never wait for each other in a circle.
   */
  static void hold(Handle handle, Collection<String> names) {
    make(handle, names);
    PreparedBatch held = handle.prepareBatch("update host set fence = fence where name = :name");
    names.stream().distinct().sorted().forEach(name -> held.bind("name", name).add());
    if (held.size() > 0) {
      held.execute();
    }
  }

  /** Makes the hosts that are missing. */
  static void make(Handle handle, Collection<String> names) {
    if (names.isEmpty()) {
      return;
    }
    PreparedBatch missing =
        handle.prepareBatch(
            "insert into host (name, next_due, free_from, lease_until, fence)"
                + " values (:name, :never, 0, 0, 0) on conflict (name) do nothing");
    names.stream().sorted().forEach(name -> missing.bind("name", name).bind("never", NEVER).add());
    missing.execute();
  }

  /** Sets when hosts are due: with their most overdue source, but not before they are free. */
  static void schedule(Handle handle, Collection<String> names) {
    for (List<String> chunk : Chunks.of(names)) {
      handle
          .createUpdate(
              """
              update host set next_due = (
                select case
                    when coalesce(min(source.next_due), :never) < host.free_from
                    then host.free_from
                    else coalesce(min(source.next_due), :never) end
                from source where source.host = host.name and not source.paused)
              where name in (<names>)
              """)
          .bind("never", NEVER)
          .bindList("names", chunk)
          .execute();
    }
  }

  /** Gives a claim back and leaves the host alone for {@code gap}; false if the claim is lost. */
  static boolean free(Handle handle, HostTurn turn, Duration gap, Instant now) {
    return free(handle, turn.host(), turn.fence(), Millis.after(now, gap));
  }

  /** Gives a claim back; the host is left alone until {@code from}; false if the claim is lost. */
  static boolean free(Handle handle, String host, long fence, long from) {
    return handle
            .createUpdate(
                """
                update host set fence = fence + 1, lease_until = 0,
                  free_from = case when free_from < :free then :free else free_from end
                where name = :name and fence = :fence
                """)
            .bind("name", host)
            .bind("fence", fence)
            .bind("free", from)
            .execute()
        == 1;
  }

  /** Holds a claim longer; false if it is lost. */
  static boolean renew(Handle handle, String host, long fence, Instant leaseUntil) {
    return handle
            .createUpdate(
                "update host set lease_until = :until where name = :name and fence = :fence")
            .bind("until", Millis.of(leaseUntil))
            .bind("name", host)
            .bind("fence", fence)
            .execute()
        == 1;
  }
}
