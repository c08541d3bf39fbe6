package org.headrace.pipeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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
    Map<String, Set<String>> places = new HashMap<>();
    for (Entry entry : feed.entries()) {
      places.computeIfAbsent(EntryKey.of(entry), id -> new HashSet<>()).add(place(entry));
    }
    Map<String, Entry> byKey = new LinkedHashMap<>();
    for (Entry entry : feed.entries()) {
      String key = EntryKey.of(entry);
      boolean alone = places.getOrDefault(key, Set.of()).size() < 2;
      byKey.putIfAbsent(alone ? key : key + "\n" + place(entry), entry);
    }
    return byKey;
  }

  private static String place(Entry entry) {
    return entry.link().map(Object::toString).orElseGet(entry::title);
  }
}
