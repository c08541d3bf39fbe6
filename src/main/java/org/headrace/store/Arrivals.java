package org.headrace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.headrace.model.Arrival;
import org.headrace.model.ArticleId;
import org.headrace.model.Fingerprint;
import org.headrace.model.Remembered;
import org.headrace.model.SourceId;
import org.headrace.model.StableHash;
import org.headrace.model.StoryId;
import org.jdbi.v3.core.Handle;

/** What has been decided, as seen from one transaction. */
final class Arrivals implements Known {
  private final Handle handle;
  private final Map<ArticleId, Arrival> fresh = new HashMap<>();
  private final Map<Long, Optional<StoryId>> texts = new HashMap<>();

  Arrivals(Handle handle) {
    this.handle = handle;
  }

  /** What was decided in this transaction and is not in the tables yet. */
  void add(Arrival arrival, StoryId story) {
    fresh.put(arrival.id(), arrival);
    texts.put(arrival.fingerprint().textHash(), Optional.of(story));
  }

  /** Looks up at once what will be asked about each of several texts. */
  void expect(Collection<Long> textHashes) {
    List<Long> hashes =
        textHashes.stream()
            .filter(hash -> hash != 0 && !texts.containsKey(hash))
            .distinct()
            .toList();
    hashes.forEach(hash -> texts.put(hash, Optional.empty()));
    for (List<Long> chunk : Chunks.of(hashes)) {
      handle
          .createQuery(
              """
              select text_hash, story from article
              where story != 0 and text_hash != 0 and text_hash in (<hashes>)
              order by decided
              """)
          .bindList("hashes", chunk)
          .map(
              (row, context) -> texts.put(row.getLong(1), Optional.of(new StoryId(row.getLong(2)))))
          .list();
    }
  }

  @Override
  public void since(long order, Instant from, Consumer<Remembered> decided) {
    new MarkTable(handle).each(order, from, decided);
  }

  @Override
  public Instant latest() {
    return new MarkTable(handle).latest();
  }

  @Override
  public List<Arrival> articles(Collection<ArticleId> ids) {
    List<Arrival> found = new ArrayList<>();
    List<Long> kept = new ArrayList<>();
    for (ArticleId id : ids) {
      Optional.ofNullable(fresh.get(id)).ifPresentOrElse(found::add, () -> kept.add(id.value()));
    }
    for (List<Long> chunk : Chunks.of(kept)) {
      handle
          .createQuery(
              """
              select id, source, address, canonical, title, published, seen, fingerprint
              from article where id in (<ids>) and story != 0
              """)
          .bindList("ids", chunk)
          .map((row, context) -> arrival(row))
          .forEach(arrival -> arrival.ifPresent(found::add));
    }
    return found;
  }

  /** Empty if the fingerprint has a form this program no longer knows. */
  private static Optional<Arrival> arrival(ResultSet row) throws SQLException {
    Fingerprint fingerprint;
    try {
      fingerprint = Fingerprint.of(row.getBytes("fingerprint"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(
        new Arrival(
            new ArticleId(row.getLong("id")),
            new SourceId(row.getLong("source")),
            row.getString("address"),
            row.getString("canonical"),
            row.getString("title"),
            published(row),
            Instant.ofEpochMilli(row.getLong("seen")),
            fingerprint));
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
    if (!texts.containsKey(textHash)) {
      expect(List.of(textHash));
    }
    return texts.getOrDefault(textHash, Optional.empty());
  }

  /** What an address is looked up by: an index of whole addresses would refuse long ones. */
  static long hash(String address) {
    return address.isEmpty() ? 0 : StableHash.of(address);
  }
}
