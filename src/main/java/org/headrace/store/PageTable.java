package org.headrace.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Whose page is read now. A page that waits occupies nobody: it is claimed together with its host,
 * when that is free. Feeds and pages share the turns of a host.
 */
public final class PageTable {
  private final Database database;

  PageTable(Database database) {
    this.database = database;
  }

  /**
   * Takes free hosts whose pages wait, each with the entry that waits longest. A source of the host
   * that is more overdue goes first.
   */
  public List<PageTurn> claim(int most, Duration lease, Instant now) {
    List<String> free = database.read(handle -> free(handle, most, now));
    return free.isEmpty()
        ? List.of()
        : database.write(handle -> claim(handle, free, Millis.after(now, lease), now));
  }

  private static List<String> free(Handle handle, int most, Instant now) {
    return handle
        .createQuery(
            """
            select page_line.host from page_line left join host on host.name = page_line.host
            where page_line.due <= :now and coalesce(host.lease_until, 0) <= :now
              and coalesce(host.free_from, 0) <= :now
              and (coalesce(host.next_due, :never) > :now or page_line.due <= host.next_due)
            order by page_line.due limit :most
            """)
        .bind("now", Millis.of(now))
        .bind("never", Hosts.NEVER)
        .bind("most", most)
        .mapTo(String.class)
        .list();
  }

  private List<PageTurn> claim(Handle handle, List<String> hosts, long until, Instant now) {
    Hosts.make(handle, hosts);
    List<PageTurn> turns = new ArrayList<>();
    for (List<String> chunk : Chunks.of(hosts)) {
      fences(handle, chunk, until, now)
          .forEach((host, fence) -> first(handle, host, fence, until, now).ifPresent(turns::add));
    }
    return turns;
  }

  private Map<String, Long> fences(Handle handle, List<String> hosts, long until, Instant now) {
    return handle
        .createQuery(
            """
            with free as (
              select name from host
              where name in (<hosts>) and lease_until <= :now and free_from <= :now <skipLocked>)
            update host set fence = fence + 1, lease_until = :until
            where name in (select name from free)
            returning name, fence
            """)
        .define("skipLocked", database.skipLocked())
        .bindList("hosts", hosts)
        .bind("now", Millis.of(now))
        .bind("until", until)
        .map((row, context) -> Map.entry(row.getString("name"), row.getLong("fence")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The entry that waits longest; if none does, the host is free again. */
  private static Optional<PageTurn> first(
      Handle handle, String host, long fence, long until, Instant now) {
    Optional<PageTurn> turn =
        handle
            .createQuery(
                """
                update article set fence = fence + 1, attempts = attempts + 1, held = true,
                  reason = '', due = :until, wait_until = :until
                where id = (
                  select id from article
                  where page_host = :host and page_host != '' and state = 'new' and due <= :now
                  order by due, id limit 1)
                returning id, entry, seen, attempts, fence,
                  (select body from source where source.id = article.source) as source_body
                """)
            .bind("host", host)
            .bind("until", until)
            .bind("now", Millis.of(now))
            .map((row, context) -> new PageTurn(host, fence, ArticleTable.work(row)))
            .findOne();
    if (turn.isEmpty()) {
      free(handle, host, fence, Millis.of(now));
    }
    lineUp(handle, List.of(host));
    return turn;
  }

  /**
   * Lets entries go on without their pages whose host is to be left alone for longer than {@code
   * patience}.
   */
  public void giveUp(Duration patience, Instant now) {
    List<String> hosts = database.read(handle -> resting(handle, Millis.after(now, patience)));
    if (!hosts.isEmpty()) {
      database.write(handle -> giveUp(handle, hosts, now));
    }
  }

  private static List<String> resting(Handle handle, long until) {
    return handle
        .createQuery(
            """
            select page_line.host from page_line join host on host.name = page_line.host
            where host.free_from > :until
            """)
        .bind("until", until)
        .mapTo(String.class)
        .list();
  }

  private static int giveUp(Handle handle, List<String> hosts, Instant now) {
    int freed = 0;
    for (List<String> chunk : Chunks.of(hosts)) {
      freed +=
          handle
              .createUpdate(
                  """
                  update article set page_host = '', due = :now
                  where page_host in (<hosts>) and page_host != '' and state = 'new' and not held
                  """)
              .bindList("hosts", chunk)
              .bind("now", Millis.of(now))
              .execute();
    }
    lineUp(handle, hosts);
    return freed;
  }

  /** Holds a turn longer; false if it is lost. */
  public boolean renew(PageTurn turn, Instant leaseUntil) {
    return database.write(
        handle ->
            Hosts.renew(handle, turn.host(), turn.fence(), leaseUntil)
                && renewEntry(handle, turn, leaseUntil));
  }

  private static boolean renewEntry(Handle handle, PageTurn turn, Instant leaseUntil) {
    return handle
            .createUpdate(
                """
                update article set due = :until, wait_until = :until
                where id = :id and fence = :fence and state = 'new'
                """)
            .bind("id", turn.work().id().value())
            .bind("fence", turn.work().fence())
            .bind("until", Millis.of(leaseUntil))
            .execute()
        == 1;
  }

  /**
   * Ends a turn, whatever became of its entry.
   *
   * @param rest how long the host is left alone
   */
  public void end(PageTurn turn, Duration rest, Instant now) {
    database.write(
        handle -> {
          if (free(handle, turn.host(), turn.fence(), Millis.after(now, rest))) {
            Hosts.schedule(handle, List.of(turn.host()));
          }
          lineUp(handle, List.of(turn.host()));
          return true;
        });
  }

  private static boolean free(Handle handle, String host, long fence, long from) {
    return Hosts.free(handle, host, fence, from);
  }

  /** Sets since when pages of these hosts wait, as the entries say. */
  static void lineUp(Handle handle, List<String> hosts) {
    for (String host : hosts.stream().sorted().toList()) {
      handle
          .createUpdate(
              """
              insert into page_line (host, due)
              select page_host, min(due) from article
              where page_host = :host and page_host != '' and state = 'new' group by page_host
              on conflict (host) do update set due = excluded.due
              """)
          .bind("host", host)
          .execute();
      handle
          .createUpdate(
              """
              delete from page_line where host = :host and not exists (
                select 1 from article
                where page_host = :host and page_host != '' and state = 'new')
              """)
          .bind("host", host)
          .execute();
    }
  }

  /** Lines all waiting entries up anew. */
  static void lineUpAll(Handle handle) {
    handle.execute("delete from page_line");
    handle.execute(
        "insert into page_line (host, due) select page_host, min(due) from article"
            + " where page_host != '' and state = 'new' group by page_host");
  }
}
