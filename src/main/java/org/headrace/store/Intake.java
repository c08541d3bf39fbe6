package org.headrace.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headrace.model.ArticleId;
import org.headrace.model.StableHash;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Takes the entries of one document in: finds what is new or revised and lets it wait. */
final class Intake {
  private final Handle handle;
  private final TimeSortedIds ids;
  private final long source;
  private final Instant now;
  private final Set<String> pageHosts = new HashSet<>();

  Intake(Handle handle, TimeSortedIds ids, long source, Instant now) {
    this.handle = handle;
    this.ids = ids;
    this.source = source;
    this.now = now;
  }

  /** An entry that is known. */
  record Row(long id, long version) {}

  List<ArticleId> take(List<PolledEntry> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    Map<Long, PolledEntry> byKey = new LinkedHashMap<>();
    entries.forEach(entry -> byKey.putIfAbsent(StableHash.of(entry.key()), entry));
    Map<Long, Row> known = known(handle, source, byKey.keySet());
    PreparedBatch insert = insert();
    PreparedBatch revise = revise();
    List<ArticleId> waiting = new ArrayList<>();
    byKey.forEach(
        (key, entry) -> {
          @Nullable Row row = known.get(key);
          if (row == null) {
            long id = ids.next(now);
            describe(insert, id, entry)
                .bind("source", source)
                .bind("key", key)
                .bind("now", Millis.of(now))
                .bind("none", new byte[0])
                .add();
            note(waiting, id, entry);
          } else if (row.version != entry.version()) {
            describe(revise, row.id, entry).add();
            note(waiting, row.id, entry);
          }
        });
    execute(insert);
    execute(revise);
    PageTable.lineUp(handle, List.copyOf(pageHosts));
    markListed(known.values());
    return waiting;
  }

  /** An entry that needs a page waits for its host, which is found by itself. */
  private void note(List<ArticleId> waiting, long id, PolledEntry entry) {
    if (entry.pageHost().isEmpty()) {
      waiting.add(new ArticleId(id));
    } else {
      pageHosts.add(entry.pageHost());
    }
  }

  /** What is known of a source's entries, by the hash of their keys. */
  static Map<Long, Row> known(Handle handle, long source, Collection<Long> keys) {
    Map<Long, Row> known = new HashMap<>();
    for (List<Long> chunk : Chunks.of(keys)) {
      handle
          .createQuery(
              "select entry_key, id, version from article"
                  + " where source = :source and entry_key in (<keys>)")
          .bind("source", source)
          .bindList("keys", chunk)
          .map(
              (row, context) ->
                  Map.entry(
                      row.getLong("entry_key"), new Row(row.getLong("id"), row.getLong("version"))))
          .forEach(one -> known.put(one.getKey(), one.getValue()));
    }
    return known;
  }

  private PreparedBatch insert() {
    return handle.prepareBatch(
        """
        insert into article (id, source, entry_key, version, state, seen, last_seen, due,
          wait_until, held, fence, attempts, story, decided, decided_at, full_text, address_hash,
          canonical_hash, text_hash, published, reason, address, canonical, title, link,
          fingerprint, grouping, body, reading, entry, page_host)
        values (:id, :source, :key, :version, 'new', :now, :now, :due,
          0, false, 0, 0, 0, 0, 0, false, 0,
          0, 0, null, '', '', '', '', '',
          :none, '', '', '', :entry, :pageHost)
        """);
  }

  /** What is shown stays as it is until the revision has been read and grouped. */
  private PreparedBatch revise() {
    return handle.prepareBatch(
        """
        update article set version = :version, entry = :entry, state = 'new', due = :due,
          wait_until = 0, held = false, attempts = 0, fence = fence + 1, reason = '', reading = '',
          page_host = :pageHost
        where id = :id
        """);
  }

  private PreparedBatch describe(PreparedBatch batch, long id, PolledEntry entry) {
    return batch
        .bind("id", id)
        .bind("version", entry.version())
        .bind("entry", Json.write(entry.entry()))
        .bind("pageHost", entry.pageHost())
        .bind("due", due(entry));
  }

  /** When housekeeping looks after a message, or when a page may be read. */
  private long due(PolledEntry entry) {
    return entry.pageHost().isEmpty() ? Millis.after(now, ArticleTable.QUEUE_TIME) : Millis.of(now);
  }

  private void markListed(Collection<Row> known) {
    for (List<Long> chunk : Chunks.of(known.stream().map(Row::id).toList())) {
      handle
          .createUpdate("update article set last_seen = :now where id in (<ids>)")
          .bind("now", Millis.of(now))
          .bindList("ids", chunk)
          .execute();
    }
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
