package org.headrace.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Forgets what no feed has carried for long, in pieces that let other work pass between. */
final class Retention {
  /** An article that is kept: seen lately, or still in its feed. */
  private static final String IS_KEPT =
      """
      (article.last_seen >= :before
        or (not source.paused and article.last_seen >= source.document))
      """;

  private static final String STORY_IS_KEPT =
      "exists (select 1 from article join source on source.id = article.source"
          + " where article.story = story.id and "
          + IS_KEPT
          + ")";

  private final Database database;
  private final long before;

  Retention(Database database, long before) {
    this.database = database;
    this.before = before;
  }

  int forget() {
    int forgotten = 0;
    for (List<Long> chunk : Chunks.of(staleStories())) {
      forgotten += database.write(handle -> forgetStories(handle, chunk));
    }
    for (List<Long> chunk : Chunks.of(staleArticles())) {
      forgotten += database.write(handle -> forgetArticles(handle, chunk));
    }
    database.write(this::forgetHosts);
    return forgotten;
  }

  private List<Long> staleStories() {
    return database.read(
        handle ->
            handle
                .createQuery("select id from story where not " + STORY_IS_KEPT)
                .bind("before", before)
                .mapTo(Long.class)
                .list());
  }

  /** Looks again, as an article may have joined since. */
  private int forgetStories(Handle handle, List<Long> candidates) {
    Ledger.raise(handle, Ledger.CHANGE);
    List<Long> stories =
        handle
            .createQuery("select id from story where id in (<ids>) and not " + STORY_IS_KEPT)
            .bindList("ids", candidates)
            .bind("before", before)
            .mapTo(Long.class)
            .list();
    if (stories.isEmpty()) {
      return 0;
    }
    delete(handle, "delete from story_topic where story in (<ids>)", stories);
    delete(handle, "delete from story where id in (<ids>)", stories);
    delete(
        handle,
        "delete from mark where article in (select id from article where story in (<ids>))",
        stories);
    return delete(handle, "delete from article where story in (<ids>)", stories);
  }

  private static int delete(Handle handle, String statement, List<Long> ids) {
    return handle.createUpdate(statement).bindList("ids", ids).execute();
  }

  /** Hosts of which pages were read once; while the list of sources is edited, none is touched. */
  private int forgetHosts(Handle handle) {
    Ledger.raise(handle, Ledger.SOURCES);
    return handle
        .createUpdate(
            """
            delete from host where free_from < :before and lease_until < :before
              and not exists (select 1 from source where source.host = host.name)
              and not exists (select 1 from page_line where page_line.host = host.name)
            """)
        .bind("before", before)
        .execute();
  }

  private List<Long> staleArticles() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select article.id from article join source on source.id = article.source"
                        + " where article.story = 0 and not "
                        + IS_KEPT)
                .bind("before", before)
                .mapTo(Long.class)
                .list());
  }

  private int forgetArticles(Handle handle, List<Long> candidates) {
    return handle
        .createUpdate(
            "delete from article where id in (<ids>) and story = 0 and last_seen < :before")
        .bindList("ids", candidates)
        .bind("before", before)
        .execute();
  }
}
