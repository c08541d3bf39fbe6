package org.headrace.model;

import java.util.List;

/**
 * A feed as it was read.
 *
 * @param format such as {@code rss2.0}, {@code atom1.0}, {@code json1.1}
 * @param encoding the character encoding it was really in, lower case
 * @param entries in document order
 * @param repairs what was wrong in the document, in the order found; empty if nothing was
 */
public record Feed(
    String format, String encoding, FeedHead head, List<Entry> entries, List<Repair> repairs) {

  public Feed {
    entries = List.copyOf(entries);
    repairs = List.copyOf(repairs);
  }
}
