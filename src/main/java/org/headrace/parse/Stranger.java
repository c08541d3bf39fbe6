package org.headrace.parse;

import java.util.Locale;

/** Says in words what a document is that is no feed. */
final class Stranger {
  private static final int LOOK_AT = 2000;

  private Stranger() {}

  /** One sentence for the operator. */
  static String describe(String document) {
    String start = document.strip();
    start = start.substring(0, Math.min(start.length(), LOOK_AT)).toLowerCase(Locale.ROOT);
    if (start.isEmpty()) {
      return "the server sent an empty document instead of a feed";
    } else if (start.contains("<!doctype html") || start.contains("<html")) {
      return "the server sent an HTML page instead of a feed";
    } else if (start.contains("<opml")) {
      return "this is an OPML list of feeds, not a feed";
    } else if (start.contains("<urlset") || start.contains("<sitemapindex")) {
      return "this is a sitemap, not a feed";
    } else if (start.charAt(0) == '{' || start.charAt(0) == '[') {
      return "the server sent JSON that is no JSON Feed";
    } else if (start.startsWith("<")) {
      return "the server sent XML that is no feed";
    }
    return "the server sent neither XML nor JSON";
  }
}
