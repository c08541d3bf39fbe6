package org.headrace.url;

import java.util.Optional;

/**
 * References that need no repair, as most do: of letters that stand for themselves everywhere and
 * of escapes, with a host or from the root of the base, without dot segments. Reads them in one
 * pass; what it does not know is for {@link AddressReader}, which reads these in the same way.
 */
final class PlainReference {
  private static final String HTTP = "http://";
  private static final String HTTPS = "https://";
  private static final int LONGEST_HOST = 253;

  /** What no part of an address escapes and {@code java.net.URI} takes everywhere. */
  private static final boolean[] PLAIN = letters("-./_~=&+,;:@!$()*");

  private static final boolean[] HOST = letters("-.");

  private PlainReference() {}

  /** Empty if it is none. */
  static Optional<WebAddress> read(String text, Optional<WebAddress> base) {
    if (text.startsWith("/")) {
      return base.filter(known -> isPlain(known) && !text.startsWith("//"))
          .flatMap(known -> from(text, 0, known.scheme(), known.host(), known.port()));
    }
    int host = text.startsWith(HTTPS) ? HTTPS.length() : HTTP.length();
    if (!text.startsWith(HTTPS) && !text.startsWith(HTTP)) {
      return Optional.empty();
    }
    int path = endOfHost(text, host);
    return path < 0
        ? Optional.empty()
        : from(
            text, path, host == HTTP.length() ? "http" : "https", text.substring(host, path), -1);
  }

  /** True if reading this absolute address changes nothing. */
  static boolean is(String text) {
    int host = text.startsWith(HTTPS) ? HTTPS.length() : HTTP.length();
    int path = text.startsWith(HTTPS) || text.startsWith(HTTP) ? endOfHost(text, host) : -1;
    if (path < 0 || path == text.length()) {
      return false;
    }
    int mark = endOfPath(text, path);
    int hash = endOfQuery(text, mark);
    // a mark with nothing behind it is not written again
    boolean bare = mark >= 0 && mark < text.length() && mark + 1 == hash;
    return !bare && hash + 1 != text.length() && isFragment(text, hash);
  }

  /** The host of an address that {@link #is} one. */
  static String host(String text) {
    int start = text.indexOf("//") + 2;
    return text.substring(start, text.indexOf('/', start));
  }

  private static boolean isPlain(WebAddress base) {
    return base.userInfo().isEmpty() && !base.host().startsWith("[");
  }

  private static Optional<WebAddress> from(
      String text, int path, String scheme, String host, int port) {
    int mark = endOfPath(text, path);
    int hash = endOfQuery(text, mark);
    return isFragment(text, hash)
        ? Optional.of(
            new WebAddress(
                scheme,
                "",
                host,
                port,
                path == text.length() ? "/" : text.substring(path, mark),
                text.substring(Math.min(mark + 1, hash), hash),
                text.substring(Math.min(hash + 1, text.length()))))
        : Optional.empty();
  }

  /** Where the path begins; -1 if the host is not spelled as DNS knows it, or a port follows. */
  private static int endOfHost(String text, int from) {
    int at = from;
    boolean afterDot = true;
    while (at < text.length() && text.charAt(at) < HOST.length && HOST[text.charAt(at)]) {
      boolean dot = text.charAt(at) == '.';
      if (dot && afterDot) {
        return -1;
      }
      afterDot = dot;
      at++;
    }
    boolean ended = at == text.length() || text.charAt(at) == '/';
    boolean sound = at > from && at - from <= LONGEST_HOST;
    return ended && sound && !hasPunycode(text, from, at) ? at : -1;
  }

  private static boolean hasPunycode(String text, int from, int to) {
    int at = text.indexOf("xn--", from);
    return at >= 0 && at < to;
  }

  /** The question mark, the hash or the end; -1 if the path is not written as it is meant. */
  private static int endOfPath(String text, int from) {
    int at = from;
    char before = ' ';
    while (at < text.length() && text.charAt(at) != '?' && text.charAt(at) != '#') {
      char c = text.charAt(at);
      boolean dot = before == '/' && (c == '.' || text.startsWith("%2", at));
      if (dot || !isPlain(text, at)) {
        return -1;
      }
      before = c;
      at++;
    }
    return at;
  }

  /** The hash or the end, from the end of the path on; -1 as there, or for an odd query. */
  private static int endOfQuery(String text, int mark) {
    if (mark < 0 || mark == text.length() || text.charAt(mark) == '#') {
      return mark;
    }
    int at = mark + 1;
    while (at < text.length() && text.charAt(at) != '#') {
      if (!isPlain(text, at)) {
        return -1;
      }
      at++;
    }
    return at;
  }

  private static boolean isFragment(String text, int hash) {
    for (int at = hash + 1; at < text.length(); at++) {
      if (!isPlain(text, at)) {
        return false;
      }
    }
    return hash >= 0;
  }

  /** True for a letter that stands for itself, and the first of an escape. */
  private static boolean isPlain(String text, int at) {
    char c = text.charAt(at);
    return c < PLAIN.length && (PLAIN[c] || (c == '%' && PercentEncoding.isEscape(text, at)));
  }

  private static boolean[] letters(String others) {
    boolean[] letters = new boolean[128];
    for (char c = 0; c < letters.length; c++) {
      boolean small = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      letters[c] = small || others.indexOf(c) >= 0;
    }
    if (others.indexOf('/') >= 0) {
      for (char c = 'A'; c <= 'Z'; c++) {
        letters[c] = true;
      }
    }
    return letters;
  }
}
