package org.headrace.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.headrace.model.ArticleId;
import org.headrace.model.Marks;
import org.headrace.model.Remembered;
import org.headrace.model.SourceId;
import org.headrace.model.StoryId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What articles are found by, in the order of decisions. */
record MarkTable(Handle handle) {
  private static final int FETCHED_AT_ONCE = 2000;

  /** Decisions after {@code order} about articles seen at {@code from} or later. */
  List<Remembered> since(long order, Instant from, int most) {
    return handle
        .createQuery(
            """
            select decided, article, source, story, seen, marks from mark
            where decided > :order and seen >= :from order by decided limit :most
            """)
        .bind("order", order)
        .bind("from", Millis.of(from))
        .bind("most", most)
        .map((row, context) -> remembered(row))
        .list();
  }

  /** Shows all of those decisions, in their order, without holding them in memory. */
  void each(long order, Instant from, Consumer<Remembered> decided) {
    try (PreparedStatement select =
        handle
            .getConnection()
            .prepareStatement(
                "select decided, article, source, story, seen, marks from mark"
                    + " where decided > ? and seen >= ? order by decided")) {
      select.setFetchSize(FETCHED_AT_ONCE);
      select.setLong(1, order);
      select.setLong(2, Millis.of(from));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          decided.accept(remembered(rows));
        }
      }
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private static Remembered remembered(ResultSet row) throws SQLException {
    return new Remembered(
        row.getLong(1),
        new ArticleId(row.getLong(2)),
        new SourceId(row.getLong(3)),
        new StoryId(row.getLong(4)),
        Instant.ofEpochMilli(row.getLong(5)),
        Marks.of(row.getBytes(6)));
  }

  /** When the last article was seen that is kept; long ago if none is. */
  Instant latest() {
    return Instant.ofEpochMilli(
        handle.createQuery("select coalesce(max(seen), 0) from mark").mapTo(long.class).one());
  }

  /** Keeps the marks of articles, in place of those of their versions before. */
  void put(List<Remembered> decided) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into mark (decided, article, source, story, seen, marks)
            values (:order, :article, :source, :story, :seen, :marks)
            on conflict (article) do update
              set decided = excluded.decided, story = excluded.story, marks = excluded.marks
            """);
    for (Remembered remembered : decided) {
      batch
          .bind("order", remembered.order())
          .bind("article", remembered.article().value())
          .bind("source", remembered.source().value())
          .bind("story", remembered.story().value())
          .bind("seen", Millis.of(remembered.seen()))
          .bind("marks", remembered.marks().toBytes())
          .add();
    }
    batch.execute();
  }
}
