package org.headrace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.headrace.model.Arrival;
import org.headrace.model.ArticleId;
import org.headrace.model.SourceId;

/**
 * An article that waits to be grouped.
 *
 * @param story 0 if it has none yet
 * @param fence rises if its entry is revised meanwhile
 * @param grouping why it is in its story, as kept; empty if it has none
 * @param reading what was read, as kept
 */
record Waiting(
    long id, long source, long story, Instant seen, long fence, String grouping, String reading) {
  static final String COLUMNS = "id, source, story, seen, fence, grouping, reading";

  static Waiting of(ResultSet row) throws SQLException {
    return new Waiting(
        row.getLong("id"),
        row.getLong("source"),
        row.getLong("story"),
        Instant.ofEpochMilli(row.getLong("seen")),
        row.getLong("fence"),
        row.getString("grouping"),
        row.getString("reading"));
  }

  /** True if it has a story already, and only its text is another. */
  boolean isRevision() {
    return story != 0;
  }

  /** What is looked at to decide about it. */
  Arrival arrival(ReadArticle read) {
    return new Arrival(
        new ArticleId(id),
        new SourceId(source),
        read.address(),
        read.canonical(),
        Storable.text(read.article().title().value()),
        read.article().published(),
        seen,
        read.fingerprint());
  }
}
