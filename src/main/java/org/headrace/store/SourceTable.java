package org.headrace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.SourceId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What the operator listed, and how each source is doing. */
public final class SourceTable {
  /** The year 9000: whoever is due later is asked no more. */
  private static final long FAR_FUTURE = Instant.parse("9000-01-01T00:00:00Z").toEpochMilli();

  private final Database database;

  SourceTable(Database database) {
    this.database = database;
  }

  /**
   * Takes over what the operator lists now. A new source is due at once, and so is one that is
   * listed again or asked at other times; one that is no longer listed is paused, with all that is
   * known of it kept. Of two at the same address the first counts.
   */
  public void sync(List<Source> listed, Instant now) {
    database.write(
        handle -> {
          new SourceEdit(handle, now).apply(listed);
          return true;
        });
  }

  /** A number that rises with every edit of the list. */
  public long edition() {
    return database.read(handle -> Ledger.value(handle, Ledger.SOURCES));
  }

  /** The sources that are asked, in the order they are listed. */
  public List<Source> listed() {
    return database.read(
        handle ->
            handle
                .createQuery("select body from source where not paused order by place, id")
                .map((row, context) -> Json.read(row.getString("body"), Source.class))
                .list());
  }

  /** A source, and what is remembered of it, whether it is asked or paused. */
  public Optional<SourceStatus> find(SourceId id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select body, state, next_due, next_reason, paused, 0 as articles
                    from source where id = :id
                    """)
                .bind("id", id.value())
                .map((row, context) -> status(row))
                .findOne());
  }

  /**
   * Says which version of the parser reads from now on. If it is another one, no source is asked
   * any more whether it has changed since: its document has to be read anew.
   */
  public void readBy(int parser) {
    database.write(
        handle -> {
          int same =
              handle
                  .createQuery("select count(*) from ledger where name = :name and value = :parser")
                  .bind("name", Ledger.PARSER)
                  .bind("parser", parser)
                  .mapTo(int.class)
                  .one();
          if (same == 0) {
            forgetDocuments(handle);
            handle
                .createUpdate(
                    """
                    insert into ledger (name, value) values (:name, :parser)
                    on conflict (name) do update set value = excluded.value
                    """)
                .bind("name", Ledger.PARSER)
                .bind("parser", parser)
                .execute();
          }
          return true;
        });
  }

  private static void forgetDocuments(Handle handle) {
    PreparedBatch batch = handle.prepareBatch("update source set state = :state where id = :id");
    handle
        .createQuery("select id, state from source")
        .map((row, context) -> Map.entry(row.getLong("id"), row.getString("state")))
        .forEach(
            one ->
                batch
                    .bind("id", one.getKey())
                    .bind("state", Json.withoutDocument(one.getValue()))
                    .add());
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** All sources in the order they are listed, those that are paused at the end. */
  public List<SourceStatus> all() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select body, state, next_due, next_reason, paused,
                      (select count(*) from article where article.source = source.id) as articles
                    from source order by paused, place, id
                    """)
                .map((row, context) -> status(row))
                .list());
  }

  /**
   * The sources that are asked and fail, have moved, or are asked no more, in the order they are
   * listed. How many of their articles are kept is not counted.
   */
  public List<SourceStatus> troubled() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select body, state, next_due, next_reason, paused, 0 as articles
                    from source where troubled and not paused order by place, id
                    """)
                .map((row, context) -> status(row))
                .list());
  }

  /**
   * Makes a source due at once, because the operator wants it so.
   *
   * @return false if no source that is asked has this id
   */
  public boolean askNow(SourceId id, Instant now) {
    return database.write(
        handle -> {
          Optional<String> host =
              handle
                  .createQuery("select host from source where id = :id and not paused")
                  .bind("id", id.value())
                  .mapTo(String.class)
                  .findOne();
          host.ifPresent(
              name -> {
                Hosts.hold(handle, List.of(name));
                handle
                    .createUpdate(
                        "update source set next_due = :now, next_reason = 'asked for by hand'"
                            + " where id = :id")
                    .bind("now", Millis.of(now))
                    .bind("id", id.value())
                    .execute();
                Hosts.schedule(handle, List.of(name));
              });
          return host.isPresent();
        });
  }

  private static SourceStatus status(ResultSet row) throws SQLException {
    return new SourceStatus(
        Json.read(row.getString("body"), Source.class),
        Json.read(row.getString("state"), PollState.class),
        next(row.getLong("next_due"), row.getBoolean("paused")),
        row.getString("next_reason"),
        row.getBoolean("paused"),
        row.getInt("articles"));
  }

  private static Optional<Instant> next(long due, boolean paused) {
    return paused || due >= FAR_FUTURE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due));
  }
}
