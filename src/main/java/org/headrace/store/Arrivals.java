package org.headrace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Arrival;
import org.headrace.model.ArticleId;
import org.headrace.model.Fingerprint;
import org.headrace.model.GroupedArrival;
import org.headrace.model.SourceId;
import org.headrace.model.StableHash;
import org.headrace.model.StoryId;
import org.jdbi.v3.core.Handle;

/** What has been decided, as seen from one transaction. */
record Arrivals(Handle handle) implements Known {

  @Override
  public List<GroupedArrival> since(long order, int most) {
    return since(order, Instant.MIN, most);
  }

  /**
   * Decisions after {@code order} about articles seen after {@code seenAfter}. Passed over are
   * those whose fingerprint has a form this program no longer knows: nothing is recognised by it.
   */
  List<GroupedArrival> since(long order, Instant seenAfter, int most) {
    long from = order;
    while (true) {
      List<Row> rows = rows(from, seenAfter, most);
      List<GroupedArrival> readable = rows.stream().flatMap(row -> row.grouped.stream()).toList();
      if (!readable.isEmpty() || rows.isEmpty()) {
        return readable;
      }
      from = rows.getLast().order;
    }
  }

  private record Row(long order, Optional<GroupedArrival> grouped) {}

  private List<Row> rows(long order, Instant seenAfter, int most) {
    return handle
        .createQuery(
            """
            select decided, id, source, address, canonical, title, published, seen, fingerprint,
              story
            from article where decided > :order and seen > :seen order by decided limit :most
            """)
        .bind("order", order)
        .bind("seen", Millis.of(seenAfter))
        .bind("most", most)
        .map((row, context) -> new Row(row.getLong("decided"), grouped(row)))
        .list();
  }

  private static Optional<GroupedArrival> grouped(ResultSet row) throws SQLException {
    Fingerprint fingerprint;
    try {
      fingerprint = Fingerprint.of(row.getBytes("fingerprint"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    Arrival arrival =
        new Arrival(
            new ArticleId(row.getLong("id")),
            new SourceId(row.getLong("source")),
            row.getString("address"),
            row.getString("canonical"),
            row.getString("title"),
            published(row),
            Instant.ofEpochMilli(row.getLong("seen")),
            fingerprint);
    return Optional.of(
        new GroupedArrival(row.getLong("decided"), arrival, new StoryId(row.getLong("story"))));
  }

  private static Optional<Instant> published(ResultSet row) throws SQLException {
    long published = row.getLong("published");
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(published));
  }

  @Override
  public Optional<StoryId> byAddress(String address) {
    String stored = Storable.text(address);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    return handle
        .createQuery(
            """
            select story from article
            where story != 0
              and ((address_hash != 0 and address_hash = :hash and address = :address)
                or (canonical_hash != 0 and canonical_hash = :hash and canonical = :address))
            order by decided desc limit 1
            """)
        .bind("hash", hash(stored))
        .bind("address", stored)
        .mapTo(Long.class)
        .findOne()
        .map(StoryId::new);
  }

  @Override
  public Optional<StoryId> byText(long textHash) {
    if (textHash == 0) {
      return Optional.empty();
    }
    return handle
        .createQuery(
            """
            select story from article
            where story != 0 and text_hash != 0 and text_hash = :hash
            order by decided desc limit 1
            """)
        .bind("hash", textHash)
        .mapTo(Long.class)
        .findOne()
        .map(StoryId::new);
  }

  /** What an address is looked up by: an index of whole addresses would refuse long ones. */
  static long hash(String address) {
    return address.isEmpty() ? 0 : StableHash.of(address);
  }
}
