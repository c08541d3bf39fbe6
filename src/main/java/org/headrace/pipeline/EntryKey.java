package org.headrace.pipeline;

import java.net.URI;
import java.util.Locale;
import org.headrace.model.Entry;
import org.headrace.url.CanonicalUrl;

/** Names an entry within its source, from one poll to the next. */
final class EntryKey {
  private EntryKey() {}

  /**
   * The entry's id. Where that is an address of the web, what is the same for all its spellings: a
   * site that moves to https, or counts readers in the query, does not publish anew.
   */
  static String of(Entry entry) {
    String id = entry.id();
    String start = id.substring(0, Math.min(id.length(), 8)).toLowerCase(Locale.ROOT);
    if (!start.startsWith("http://") && !start.startsWith("https://")) {
      return id;
    }
    int mark = id.indexOf('#');
    String fragment = mark < 0 ? "" : id.substring(mark);
    try {
      return CanonicalUrl.key(URI.create(mark < 0 ? id : id.substring(0, mark))) + fragment;
    } catch (IllegalArgumentException noAddress) {
      return id;
    }
  }
}
