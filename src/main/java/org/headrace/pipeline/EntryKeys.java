package org.headrace.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headrace.model.Entry;
import org.headrace.model.Feed;

/**
 * Names the entries of one document. An id that stands for several of them, as some publishers
 * write the same into all, names none: then its link and title are needed too.
 */
final class EntryKeys {
  private EntryKeys() {}

  /** Entries by their key, in the order of the document; what stands twice in it counts once. */
  static Map<String, Entry> of(Feed feed) {
    Map<String, List<Entry>> byId = new LinkedHashMap<>();
    feed.entries()
        .forEach(entry -> byId.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(entry));
    Map<String, Entry> byKey = new LinkedHashMap<>();
    for (Entry entry : feed.entries()) {
      boolean alone = same(byId.getOrDefault(entry.id(), List.of()));
      byKey.putIfAbsent(alone ? entry.id() : fully(entry), entry);
    }
    return byKey;
  }

  private static boolean same(List<Entry> entries) {
    return entries.size() < 2 || entries.stream().map(EntryKeys::place).distinct().count() < 2;
  }

  private static String place(Entry entry) {
    return entry.link().map(Object::toString).orElseGet(entry::title);
  }

  private static String fully(Entry entry) {
    return entry.id() + "\n" + place(entry);
  }
}
