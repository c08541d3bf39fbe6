package org.headrace.store;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.headrace.model.Entry;
import org.headrace.model.Link;
import org.headrace.model.StableHash;
import org.headrace.url.CanonicalUrl;

/**
 * What an entry can be known by when the feed gives it another key. Each is 0 if there is none.
 *
 * @param link hash of its address, without scheme and tracking parameters
 * @param path hash of the address without its query
 * @param title hash of the letters and digits of its title
 * @param date milliseconds since 1970
 */
record Trace(long link, long path, long title, long date) {

  static Trace of(Entry entry) {
    String link = address(entry);
    String path = before('?', before('#', link));
    return new Trace(
        hash(link),
        path.indexOf('/') < 0 ? 0 : hash(path),
        hash(letters(entry.title())),
        entry.published().map(Trace::millis).orElse(0L));
  }

  /** Where the article stands; else the recording. */
  private static String address(Entry entry) {
    return entry.links().stream()
        .filter(link -> link.rel().equals("canonical"))
        .map(Link::href)
        .findFirst()
        .or(() -> entry.link().map(URI::toString))
        .or(() -> entry.enclosures().stream().findFirst().map(one -> one.address()))
        .map(Trace::key)
        .orElse("");
  }

  /** A fragment stays: pages of news in brief tell their entries apart by it. */
  private static String key(String address) {
    int mark = address.indexOf('#');
    String fragment = mark < 0 ? "" : address.substring(mark);
    try {
      return CanonicalUrl.key(URI.create(before('#', address))) + fragment;
    } catch (IllegalArgumentException noAddress) {
      return address;
    }
  }

  private static String before(char mark, String text) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  private static String letters(String title) {
    return title
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static long hash(String text) {
    return text.isEmpty() ? 0 : StableHash.of(text);
  }

  private static long millis(Instant date) {
    return Millis.of(date);
  }
}
