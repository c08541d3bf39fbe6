package org.headrace.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.headrace.model.ArticleId;
import org.headrace.model.HostTurn;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.SourceId;
import org.jdbi.v3.core.Handle;

/** Whose turn it is. One host is worked by one claim at a time, whichever node holds it. */
public final class TurnTable {
  /** So many turns end in one transaction. */
  private static final int TOGETHER = 64;

  private final Database database;
  private final TimeSortedIds ids;
  private final GroupCommit<QuietTurns.Ended, Boolean> quiet;

  TurnTable(Database database, TimeSortedIds ids) {
    this.database = database;
    this.ids = ids;
    this.quiet =
        new GroupCommit<>(
            TOGETHER, turns -> database.write(handle -> QuietTurns.end(handle, turns)));
  }

  /** Takes hosts that are due and that nobody holds, each with its most overdue source. */
  public List<HostTurn> claim(int most, Duration lease, Instant now) {
    return database.write(handle -> claim(handle, most, Millis.after(now, lease), now));
  }

  private List<HostTurn> claim(Handle handle, int most, long until, Instant now) {
    Map<String, Long> fences =
        handle
            .createQuery(
                """
                with due as (
                  select name from host where next_due <= :now and lease_until <= :now
                  order by next_due limit :most <skipLocked>)
                update host set fence = fence + 1, lease_until = :until
                where name in (select name from due)
                returning name, fence
                """)
            .define("skipLocked", database.skipLocked())
            .bind("now", Millis.of(now))
            .bind("until", until)
            .bind("most", most)
            .map((row, context) -> Map.entry(row.getString("name"), row.getLong("fence")))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    List<HostTurn> turns = new ArrayList<>();
    for (List<String> chunk : Chunks.of(fences.keySet())) {
      turns.addAll(mostOverdue(handle, chunk, fences, until, now));
    }
    giveUp(handle, fences.keySet(), turns);
    return turns;
  }

  /** A host without a source that is due gets its right time. */
  private static void giveUp(Handle handle, Set<String> claimed, List<HostTurn> turns) {
    Set<String> idle = new HashSet<>(claimed);
    turns.forEach(turn -> idle.remove(turn.host()));
    Hosts.schedule(handle, idle);
    for (String host : idle) {
      handle
          .createUpdate("update host set lease_until = 0 where name = :name")
          .bind("name", host)
          .execute();
    }
  }

  private static List<HostTurn> mostOverdue(
      Handle handle, List<String> hosts, Map<String, Long> fences, long until, Instant now) {
    return handle
        .createQuery(
            """
            select host, body, state from (
              select host, body, state,
                row_number() over (partition by host order by next_due, id) as rank
              from source where host in (<hosts>) and not paused and next_due <= :now) as due
            where rank = 1
            """)
        .bindList("hosts", hosts)
        .bind("now", Millis.of(now))
        .map(
            (row, context) -> {
              String host = row.getString("host");
              Source source = Json.read(row.getString("body"), Source.class);
              return new HostTurn(
                  host,
                  source.id(),
                  source,
                  Json.read(row.getString("state"), PollState.class),
                  fences.getOrDefault(host, 0L),
                  Instant.ofEpochMilli(until));
            })
        .list();
  }

  /** Holds a turn longer; false if it is lost. */
  public boolean renew(HostTurn turn, Instant leaseUntil) {
    return database.write(handle -> Hosts.renew(handle, turn.host(), turn.fence(), leaseUntil));
  }

  /**
   * Ends a turn with what it brought: entries that are new or were revised wait to be read, the
   * source and its host get their next time, the claim ends. Turns without entries that end at the
   * same time are kept by one transaction.
   *
   * @return the entries that wait now for no page, in the order of the document; empty if the claim
   *     is lost, and then nothing was changed
   */
  public Optional<List<ArticleId>> complete(HostTurn turn, Polled polled, Instant now) {
    Optional<Boolean> held =
        polled.entries().isEmpty()
            ? quiet.run(new QuietTurns.Ended(turn, polled, now))
            : Optional.empty();
    return held.isPresent()
        ? held.filter(kept -> kept).map(kept -> List.of())
        : alone(turn, polled, now);
  }

  private Optional<List<ArticleId>> alone(HostTurn turn, Polled polled, Instant now) {
    return database.write(
        handle -> {
          if (!Hosts.free(handle, turn, polled.gap(), now)) {
            return Optional.empty();
          }
          schedule(handle, turn, polled, now);
          List<ArticleId> waiting =
              new Intake(handle, ids, turn.id().value(), now).take(polled.entries());
          Hosts.schedule(handle, List.of(turn.host()));
          return Optional.of(waiting);
        });
  }

  /**
   * Takes in what a hub sent of a source, without a turn: nobody was asked.
   *
   * @return the entries that wait now for no page; empty if the source is not listed
   */
  public Optional<List<ArticleId>> pushed(SourceId source, List<PolledEntry> entries, Instant now) {
    return database.write(handle -> Pushes.take(handle, ids, source, entries, now));
  }

  /**
   * Makes a source due because a hub says that it has news, but no sooner than {@code shortest}
   * after its last poll. False if it is not listed, or fails at present.
   */
  public boolean hasten(SourceId source, Duration shortest, Instant now) {
    return database.write(handle -> Pushes.hasten(handle, source, shortest, now));
  }

  /** Keeps a time set meanwhile because the operator changed when the source is asked. */
  static void schedule(Handle handle, HostTurn turn, Polled polled, Instant now) {
    String asListed = Json.write(turn.source());
    if (!schedule(handle, turn, polled, now, asListed)) {
      String body = body(handle, turn);
      boolean asBefore =
          !body.isEmpty() && Json.read(body, Source.class).every().equals(turn.source().every());
      schedule(handle, turn, polled, now, asBefore ? body : asListed);
    }
  }

  /** True if the source is listed as {@code body}: then it gets its next time. */
  private static boolean schedule(
      Handle handle, HostTurn turn, Polled polled, Instant now, String body) {
    return handle
            .createQuery(
                """
            update source set state = :state, troubled = :troubled,
              document = case when :read then :now else document end,
              next_due = case when body = :body then :next else next_due end,
              next_reason = case when body = :body then :reason else next_reason end
            where id = :id
            returning case when body = :body then 1 else 0 end as same
            """)
            .bind("state", Json.write(polled.state()))
            .bind("troubled", polled.isTroubled())
            .bind("read", !polled.entries().isEmpty() && !polled.partial())
            .bind("now", Millis.of(now))
            .bind("body", body)
            .bind("next", Millis.of(polled.next().at()))
            .bind("reason", Storable.text(polled.next().reason()))
            .bind("id", turn.id().value())
            .mapTo(int.class)
            .findOne()
            .orElse(1)
        == 1;
  }

  private static String body(Handle handle, HostTurn turn) {
    return handle
        .createQuery("select body from source where id = :id")
        .bind("id", turn.id().value())
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }

  /** Gives a turn back without having asked: its source stays due. */
  public void release(HostTurn turn, Instant now) {
    database.write(handle -> Hosts.free(handle, turn, Duration.ZERO, now));
  }

  /** Hosts that are to be left alone, and until when. */
  public Map<String, Instant> resting(Instant now) {
    return database.read(
        handle ->
            handle
                .createQuery("select name, free_from from host where free_from > :now")
                .bind("now", Millis.of(now))
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getString("name"), Instant.ofEpochMilli(row.getLong("free_from"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** How many hosts wait for their turn. */
  public int dueNow(Instant now) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select count(*) from host where next_due <= :now and lease_until <= :now")
                .bind("now", Millis.of(now))
                .mapTo(int.class)
                .one());
  }

  /** How many sources are due, those among them whose host rests or is being asked. */
  public int sourcesDue(Instant now) {
    return database.read(
        handle ->
            handle
                .createQuery("select count(*) from source where not paused and next_due <= :now")
                .bind("now", Millis.of(now))
                .mapTo(int.class)
                .one());
  }
}
