package org.headrace.parse;

import java.util.HashMap;
import java.util.Map;

/** One line of a sitemap, as written: what it says by the name of the element that says it. */
final class SitemapRow {
  private static final int LONGEST = 4096;

  private final Map<String, String> said = new HashMap<>();

  /** Keeps the first text of each element; what no address or title is long as is no such. */
  void say(String name, String text) {
    if (!text.isEmpty() && text.length() <= LONGEST) {
      said.putIfAbsent(name, text);
    }
  }

  /** Empty if it says nothing of the kind. */
  String get(String name) {
    return said.getOrDefault(name, "");
  }
}
