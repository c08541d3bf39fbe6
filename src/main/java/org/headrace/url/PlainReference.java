package org.headrace.url;

import java.util.Optional;

/**
 * References that need no repair, as most do: of letters that stand for themselves everywhere, with
 * a host or from the root of the base, without dot segments and fragment. Reads them in one pass;
 * what it does not know is for {@link AddressReader}, which reads these in the same way.
 */
final class PlainReference {
  private static final String HTTP = "http://";
  private static final String HTTPS = "https://";
  private static final int LONGEST_HOST = 253;

  /** What no part of an address escapes and {@code java.net.URI} takes everywhere. */
  private static final boolean[] PLAIN = letters("-./_~=&+,;:@!$");

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
    int end = path < 0 ? -1 : endOfPath(text, path);
    // a question mark without a query is not written again
    return end == text.length() || (end > 0 && end + 1 < text.length() && isQuery(text, end));
  }

  private static boolean isPlain(WebAddress base) {
    return base.userInfo().isEmpty() && !base.host().startsWith("[");
  }

  private static Optional<WebAddress> from(
      String text, int path, String scheme, String host, int port) {
    int end = endOfPath(text, path);
    boolean plain = end == text.length() || (end > 0 && isQuery(text, end));
    return plain
        ? Optional.of(
            new WebAddress(
                scheme,
                "",
                host,
                port,
                text.substring(path, end),
                end == text.length() ? "" : text.substring(end + 1),
                ""))
        : Optional.empty();
  }

  /** Where the path begins; -1 if the host is not spelled as DNS knows it or no path follows. */
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
    boolean sound = at > from && at - from <= LONGEST_HOST && at < text.length();
    return sound && text.charAt(at) == '/' && !hasPunycode(text, from, at) ? at : -1;
  }

  private static boolean hasPunycode(String text, int from, int to) {
    int at = text.indexOf("xn--", from);
    return at >= 0 && at < to;
  }

  /** The end or the question mark; -1 if the path is not written as it is meant. */
  private static int endOfPath(String text, int from) {
    int at = from;
    char before = ' ';
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '?') {
        return at;
      }
      if (c >= PLAIN.length || !PLAIN[c] || (c == '.' && before == '/')) {
        return -1;
      }
      before = c;
      at++;
    }
    return at;
  }

  private static boolean isQuery(String text, int mark) {
    for (int at = mark + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= PLAIN.length || !PLAIN[c]) {
        return false;
      }
    }
    return true;
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
