package org.headrace.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** An entry that is known, perhaps under another key. */
  record Row(long id, long version, long key, Trace trace) {}

  List<ArticleId> take(List<PolledEntry> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    Map<Long, PolledEntry> byKey = byKey(entries);
    Map<Long, Row> known = known(handle, source, byKey);
    PreparedBatch insert = insert();
    PreparedBatch revise = revise();
    PreparedBatch rename = rename();
    List<ArticleId> waiting = new ArrayList<>();
    byKey.forEach(
        (key, entry) -> {
          @Nullable Row row = known.get(key);
          if (row == null) {
            long id = ids.next(now);
            traced(describe(insert, id, entry), key, Trace.of(entry.entry()))
                .bind("source", source)
                .bind("now", Millis.of(now))
                .bind("none", new byte[0])
                .add();
            note(waiting, id, entry);
            return;
          }
          if (row.version != entry.version()) {
            describe(revise, row.id, entry).add();
            note(waiting, row.id, entry);
          }
          Trace trace = Trace.of(entry.entry());
          if (row.key != key || !row.trace.equals(trace)) {
            traced(rename.bind("id", row.id), key, trace).add();
          }
        });
    execute(insert);
    execute(revise);
    execute(rename);
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

  /** By the hashes of their keys, in document order; of two with one key the first counts. */
  static Map<Long, PolledEntry> byKey(Collection<PolledEntry> entries) {
    Map<Long, PolledEntry> byKey = new LinkedHashMap<>();
    entries.forEach(entry -> byKey.putIfAbsent(StableHash.of(entry.key()), entry));
    return byKey;
  }

  /** What is known of a document's entries, by the hashes of the keys they have now. */
  static Map<Long, Row> known(Handle handle, long source, Map<Long, PolledEntry> byKey) {
    Map<Long, Row> known = new HashMap<>();
    rows(handle, source, "entry_key", byKey.keySet()).forEach(row -> known.put(row.key, row));
    List<Recognition.Candidate> unknown = new ArrayList<>();
    List<Trace> document = new ArrayList<>();
    byKey.forEach(
        (key, entry) -> {
          Trace trace = Trace.of(entry.entry());
          document.add(trace);
          if (!known.containsKey(key)) {
            unknown.add(new Recognition.Candidate(key, 0, trace));
          }
        });
    if (!unknown.isEmpty()) {
      Map<Long, Row> others = others(handle, source, unknown, known.values());
      List<Recognition.Candidate> candidates =
          others.values().stream()
              .map(row -> new Recognition.Candidate(row.key, row.id, row.trace))
              .toList();
      Recognition.of(unknown, candidates, document)
          .forEach(
              (key, found) ->
                  Optional.ofNullable(others.get(found.article()))
                      .ifPresent(row -> known.put(key, row)));
    }
    return known;
  }

  /** Articles that share an address with an unknown entry and are not listed under their key. */
  private static Map<Long, Row> others(
      Handle handle, long source, List<Recognition.Candidate> unknown, Collection<Row> listed) {
    Map<Long, Row> others = new HashMap<>();
    Set<Long> links = new HashSet<>();
    Set<Long> paths = new HashSet<>();
    for (Recognition.Candidate one : unknown) {
      links.add(one.trace().link());
      paths.add(one.trace().path());
    }
    links.remove(0L);
    paths.remove(0L);
    rows(handle, source, "link_key", links).forEach(row -> others.put(row.id, row));
    rows(handle, source, "path_key", paths).forEach(row -> others.put(row.id, row));
    listed.forEach(row -> others.remove(row.id));
    return others;
  }

  private static List<Row> rows(Handle handle, long source, String column, Collection<Long> keys) {
    List<Row> rows = new ArrayList<>();
    for (List<Long> chunk : Chunks.of(keys)) {
      handle
          .createQuery(
              "select id, version, entry_key, link_key, path_key, title_key, stated from article"
                  + " where source = :source and <column> in (<keys>)")
          .define("column", column)
          .bind("source", source)
          .bindList("keys", chunk)
          .map(
              (row, context) ->
                  new Row(
                      row.getLong("id"),
                      row.getLong("version"),
                      row.getLong("entry_key"),
                      new Trace(
                          row.getLong("link_key"),
                          row.getLong("path_key"),
                          row.getLong("title_key"),
                          row.getLong("stated"))))
          .forEach(rows::add);
    }
    return rows;
  }

  private static PreparedBatch traced(PreparedBatch batch, long key, Trace trace) {
    return batch
        .bind("key", key)
        .bind("link", trace.link())
        .bind("path", trace.path())
        .bind("title", trace.title())
        .bind("stated", trace.date());
  }

  private PreparedBatch insert() {
    return handle.prepareBatch(
        """
        insert into article (id, source, entry_key, version, state, seen, last_seen, due,
          wait_until, held, fence, attempts, story, decided, decided_at, full_text, address_hash,
          canonical_hash, text_hash, published, reason, address, canonical, title, link,
          fingerprint, grouping, body, reading, entry, link_key, path_key, title_key, stated,
          page_host)
        values (:id, :source, :key, :version, 'new', :now, :now, :due,
          0, false, 0, 0, 0, 0, 0, false, 0,
          0, 0, null, '', '', '', '', '',
          :none, '', '', '', :entry, :link, :path, :title, :stated,
          :pageHost)
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

  /** What the feed calls it now. */
  private PreparedBatch rename() {
    return handle.prepareBatch(
        """
        update article set entry_key = :key, link_key = :link, path_key = :path,
          title_key = :title, stated = :stated
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
