package org.headrace.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.SourceId;
import org.headrace.url.HostKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** One edit of the list of sources: finds what differs and writes only that. */
final class SourceEdit {
  private final Handle handle;
  private final Instant now;

  SourceEdit(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /** A source as it is kept. */
  private record Kept(Source source, String host, int place, boolean paused) {}

  /** A source as it is listed, at its place in the list. */
  private record Listed(Source source, String host, int place) {
    SourceId id() {
      return source.id();
    }

    boolean differsFrom(Kept kept) {
      return kept.paused
          || kept.place != place
          || !kept.host.equals(host)
          || !kept.source.equals(source);
    }
  }

  /** A source that is kept and listed, but not the same. */
  private record Change(Kept before, Listed after) {
    boolean comesBack() {
      return before.paused
          || !before.source.every().equals(after.source.every())
          || before.source.privateNetwork() != after.source.privateNetwork()
          || readsOtherwise();
    }

    /** It may hold other entries now, or answer otherwise: "unchanged" would hide them. */
    boolean readsOtherwise() {
      return !before.source.page().equals(after.source.page())
          || !before.source.access().equals(after.source.access());
    }

    boolean hasOtherTopics() {
      return !before.source.topics().equals(after.source.topics());
    }
  }

  void apply(List<Source> sources) {
    Ledger.raise(handle, Ledger.SOURCES);
    Map<SourceId, Kept> kept = kept();
    Map<SourceId, Listed> listed = listed(sources);
    List<Listed> fresh = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    listed.forEach(
        (id, after) -> {
          Kept before = kept.remove(id);
          if (before == null) {
            fresh.add(after);
          } else if (after.differsFrom(before)) {
            changed.add(new Change(before, after));
          }
        });
    kept.values().removeIf(Kept::paused);
    write(fresh, changed, kept.values());
  }

  private void write(List<Listed> fresh, List<Change> changed, Collection<Kept> missing) {
    Set<String> hosts = new LinkedHashSet<>();
    fresh.forEach(source -> hosts.add(source.host));
    changed.forEach(change -> hosts.addAll(List.of(change.before.host, change.after.host)));
    missing.forEach(source -> hosts.add(source.host));
    Hosts.hold(handle, hosts);
    insert(fresh);
    update(changed);
    endPushes(changed);
    makeDue(changed.stream().filter(Change::comesBack).toList());
    pause(missing);
    Topics.ofNew(handle, fresh.stream().map(Listed::source).toList());
    Topics.ofSources(
        handle,
        changed.stream()
            .filter(Change::hasOtherTopics)
            .map(change -> change.after.source)
            .toList());
    Hosts.schedule(handle, hosts);
  }

  private static Map<SourceId, Listed> listed(List<Source> sources) {
    Map<SourceId, Listed> listed = new LinkedHashMap<>();
    for (Source source : sources) {
      listed.putIfAbsent(
          source.id(), new Listed(source, HostKey.of(source.address()), listed.size()));
    }
    return listed;
  }

  private Map<SourceId, Kept> kept() {
    Map<SourceId, Kept> kept = new HashMap<>();
    handle
        .createQuery("select id, host, place, paused, body from source")
        .map(
            (row, context) ->
                Map.entry(
                    new SourceId(row.getLong("id")),
                    new Kept(
                        Json.read(row.getString("body"), Source.class),
                        row.getString("host"),
                        row.getInt("place"),
                        row.getBoolean("paused"))))
        .forEach(one -> kept.put(one.getKey(), one.getValue()));
    return kept;
  }

  private void insert(List<Listed> fresh) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into source (id, host, next_due, paused, place, document, name, next_reason,
              troubled, state, body)
            values (:id, :host, :now, false, :place, 0, :name, 'newly listed',
              false, :state, :body)
            """);
    for (Listed one : fresh) {
      describe(batch, one)
          .bind("now", Millis.of(now))
          .bind("state", Json.write(PollState.NEW))
          .add();
    }
    execute(batch);
  }

  private void update(List<Change> changed) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update source set host = :host, place = :place, paused = false, name = :name,
              body = :body
            where id = :id
            """);
    changed.forEach(change -> describe(batch, change.after).add());
    execute(batch);
  }

  private static PreparedBatch describe(PreparedBatch batch, Listed one) {
    return batch
        .bind("id", one.id().value())
        .bind("host", one.host)
        .bind("place", one.place)
        .bind("name", Storable.text(one.source.name()))
        .bind("body", Json.write(one.source));
  }

  private void makeDue(List<Change> changed) {
    PreparedBatch batch =
        handle.prepareBatch(
            "update source set next_due = :now, next_reason = 'listed anew' where id = :id");
    changed.forEach(
        change -> batch.bind("id", change.after.id().value()).bind("now", Millis.of(now)).add());
    execute(batch);
    askForAll(
        changed.stream()
            .filter(change -> change.before.paused || change.readsOtherwise())
            .toList());
  }

  /** What a paused source brought may be forgotten: "unchanged" would bring nothing back. */
  private void askForAll(List<Change> returned) {
    PreparedBatch batch =
        handle.prepareBatch("update source set state = :state, troubled = false where id = :id");
    returned.forEach(
        change ->
            batch
                .bind("id", change.after.id().value())
                .bind("state", Json.write(PollState.NEW))
                .add());
    execute(batch);
  }

  private void pause(Collection<Kept> missing) {
    PreparedBatch batch = handle.prepareBatch("update source set paused = true where id = :id");
    missing.forEach(kept -> batch.bind("id", kept.source.id().value()).add());
    execute(batch);
    SubscriptionTable.end(handle, missing.stream().map(kept -> kept.source.id()).toList(), now);
  }

  /** Of a source that is to be polled only. */
  private void endPushes(List<Change> changed) {
    List<SourceId> ended =
        changed.stream()
            .map(change -> change.after.source)
            .filter(Source::pollOnly)
            .map(Source::id)
            .toList();
    SubscriptionTable.end(handle, ended, now);
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
