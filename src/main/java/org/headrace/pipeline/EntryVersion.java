package org.headrace.pipeline;

import org.headrace.model.Enclosure;
import org.headrace.model.Entry;
import org.headrace.model.StableHash;

/** Tells whether a publisher has changed an entry. */
final class EntryVersion {
  private EntryVersion() {}

  /**
   * A number that changes with the entry's words, its date of change or its enclosures, but not
   * with counters, markup and tracking addresses that differ from answer to answer.
   */
  static long of(Entry entry, FeedText own) {
    StringBuilder words = new StringBuilder(entry.title()).append('\n').append(own.text());
    entry.updated().ifPresent(updated -> words.append('\n').append(updated));
    for (Enclosure enclosure : entry.enclosures()) {
      words.append('\n').append(enclosure.address());
    }
    return StableHash.of(words.toString());
  }
}
