package org.headrace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Entry;
import org.headrace.model.Source;
import org.headrace.model.SourceId;
import org.jdbi.v3.core.Handle;

/** Entries on their way to be articles: waiting to be read, then to be grouped. */
public final class ArticleTable {
  /**
   * How long a message may take to arrive before housekeeping sends another: what a node had in its
   * queues when it died waits so long. One too many finds nothing to do.
   */
  static final Duration QUEUE_TIME = Duration.ofMinutes(1);

  private final Database database;

  ArticleTable(Database database) {
    this.database = database;
  }

  /** The versions of a document's entries that are known, by the keys they have now. */
  public Map<String, Long> versions(SourceId source, Collection<PolledEntry> entries) {
    Map<Long, PolledEntry> byKey = Intake.byKey(entries);
    Map<Long, Intake.Row> known =
        database.read(handle -> Intake.known(handle, source.value(), byKey));
    Map<String, Long> versions = new HashMap<>();
    byKey.forEach(
        (hash, entry) ->
            Optional.ofNullable(known.get(hash))
                .ifPresent(row -> versions.put(entry.key(), row.version())));
    return versions;
  }

  /**
   * Takes an entry that needs no page to read it; empty if it does not wait for that, or somebody
   * holds it.
   */
  public Optional<ArticleWork> claim(ArticleId id, Duration lease, Instant now) {
    return database.write(
        handle ->
            handle
                .createQuery(
                    """
                    update article set fence = fence + 1, attempts = attempts + 1, held = true,
                      reason = '', due = :until, wait_until = :until
                    where id = :id and state = 'new' and page_host = '' and wait_until <= :now
                    returning id, entry, seen, attempts, fence,
                      (select body from source where source.id = article.source) as source_body
                    """)
                .bind("id", id.value())
                .bind("now", Millis.of(now))
                .bind("until", Millis.after(now, lease))
                .map((row, context) -> work(row))
                .findOne());
  }

  /** An entry just claimed. */
  static ArticleWork work(ResultSet row) throws SQLException {
    return new ArticleWork(
        new ArticleId(row.getLong("id")),
        Json.read(row.getString("source_body"), Source.class),
        Json.read(row.getString("entry"), Entry.class),
        Instant.ofEpochMilli(row.getLong("seen")),
        row.getInt("attempts") - 1,
        row.getLong("fence"));
  }

  /** Ends a claim with the article, which waits to be grouped now; false if the claim is lost. */
  public boolean keep(ArticleWork work, ReadArticle read, Instant now) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        """
                        update article set state = 'read', held = false, fence = fence + 1,
                          wait_until = 0, due = :due, reading = :reading
                        where id = :id and fence = :fence and state = 'new'
                        """)
                    .bind("id", work.id().value())
                    .bind("fence", work.fence())
                    .bind("due", Millis.after(now, QUEUE_TIME))
                    .bind("reading", Reading.of(read).toJson())
                    .execute()
                == 1);
  }

  /** Ends a claim without an article: it is read again later. Changes nothing if it is lost. */
  public void postpone(ArticleWork work, Instant until, String reason) {
    postpone(work, until, reason, 0);
  }

  /** The same for an entry whose page was not even asked for: that was no attempt. */
  public void putOff(ArticleWork work, Instant until, String reason) {
    postpone(work, until, reason, 1);
  }

  private void postpone(ArticleWork work, Instant until, String reason, int uncounted) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    update article set held = false, fence = fence + 1, due = :until,
                      wait_until = :until, reason = :reason, attempts = attempts - :uncounted
                    where id = :id and fence = :fence and state = 'new'
                    """)
                .bind("id", work.id().value())
                .bind("fence", work.fence())
                .bind("until", Millis.of(until))
                .bind("uncounted", uncounted)
                .bind("reason", Storable.text(reason))
                .execute());
  }

  /** Lets whoever looks next after what waits find this one; nothing if somebody holds it. */
  public void leave(ArticleId id, Instant now) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    update article set due = :now
                    where id = :id and state in ('new', 'read') and not held and wait_until <= :now
                      and due > :now
                    """)
                .bind("id", id.value())
                .bind("now", Millis.of(now))
                .execute());
  }

  /**
   * Takes an article that waits to be grouped out of the flow: no story gets it. A story that has
   * it already keeps it as it was. A revision of its entry lets it wait to be read again.
   *
   * @return false if it does not wait to be grouped
   */
  public boolean leaveOut(ArticleId id, String reason) {
    return database.write(handle -> leaveOut(handle, id.value(), reason));
  }

  static boolean leaveOut(Handle handle, long id, String reason) {
    return handle
            .createUpdate(
                """
                update article set fence = fence + 1, reading = '', entry = '', reason = :reason,
                  state = case when story = 0 then 'left' else 'grouped' end
                where id = :id and state = 'read'
                """)
            .bind("id", id)
            .bind("reason", Storable.text(reason))
            .execute()
        == 1;
  }

  /**
   * Entries that need no page and nobody reads although they wait; they are looked after again
   * after {@code lease}.
   */
  public List<ArticleId> lapsedUnread(int most, Duration lease, Instant now) {
    return lapsed("'new' and page_host = ''", most, lease, now);
  }

  /** Articles nobody groups although they wait; looked after again after {@code lease}. */
  public List<ArticleId> lapsedUngrouped(int most, Duration lease, Instant now) {
    return lapsed("'read'", most, lease, now);
  }

  /** The state stands in the text, or the index of that state would not be used. */
  private List<ArticleId> lapsed(String state, int most, Duration lease, Instant now) {
    return database.write(
        handle ->
            handle
                .createQuery(
                    """
                    with lapsed as (
                      select id from article where state = <state> and due <= :now
                      order by due limit :most <skipLocked>)
                    update article set due = :until where id in (select id from lapsed)
                    returning id
                    """)
                .define("state", state)
                .define("skipLocked", database.skipLocked())
                .bind("now", Millis.of(now))
                .bind("until", Millis.after(now, lease))
                .bind("most", most)
                .mapTo(Long.class)
                .stream()
                .sorted()
                .map(ArticleId::new)
                .toList());
  }

  /**
   * Frees what the last run of this program held and makes all that waits due, but for what was
   * postponed. Only for a store that is {@link Store#exclusive}: in one that is shared others may
   * be at work, so nothing is done.
   *
   * @return how many hosts and entries were freed or made due
   */
  public int handBack(Instant now) {
    return database.exclusive() ? database.write(handle -> handBack(handle, now)) : 0;
  }

  static int handBack(Handle handle, Instant now) {
    int freed =
        handle.execute("update host set fence = fence + 1, lease_until = 0 where lease_until > 0");
    int due = makeDue(handle, now);
    PageTable.lineUpAll(handle);
    return freed + due;
  }

  /** What was broken off was no attempt. */
  private static int makeDue(Handle handle, Instant now) {
    return handle
            .createUpdate(
                """
                update article set attempts = attempts - case when held then 1 else 0 end,
                  held = false, fence = fence + 1, wait_until = 0, due = :now
                where state = 'new' and (held or wait_until = 0)
                """)
            .bind("now", Millis.of(now))
            .execute()
        + handle
            .createUpdate("update article set due = :now where state = 'read'")
            .bind("now", Millis.of(now))
            .execute();
  }

  /** How many entries wait for their text or their story, but for those postponed beyond now. */
  public int unfinished(Instant now) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select (select count(*) from article where state = 'read')
                      + (select count(*) from article
                        where state = 'new' and page_host = '' and (held or wait_until <= :now))
                      + (select count(*) from article
                        where state = 'new' and page_host != '' and (held or wait_until <= :now))
                    """)
                .bind("now", Millis.of(now))
                .mapTo(int.class)
                .one());
  }

  /** An article as it was last read; empty if it never was. */
  public Optional<Article> find(ArticleId id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select body, reading from article"
                        + " where id = :id and (body != '' or reading != '')")
                .bind("id", id.value())
                .map(
                    (row, context) -> {
                      String reading = row.getString("reading");
                      return reading.isEmpty()
                          ? Json.read(row.getString("body"), Article.class)
                          : Json.read(reading, Reading.class).article();
                    })
                .findOne());
  }

  /**
   * Forgets stories of which no article was in a feed since {@code before}, and articles without a
   * story likewise. What stands in the latest document of a source that is still asked is kept
   * however old, or it would come back as new.
   *
   * @return how many articles were forgotten
   */
  public int forget(Instant before) {
    return new Retention(database, Millis.of(before)).forget();
  }
}
