package org.headrace.parse;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Makes references absolute (RFC 3986, 5.2), as browsers do: blanks and line breaks inside are put
 * right, letters outside ASCII are kept.
 */
final class Address {
  /** Where to go by one of these is nobody's page. */
  private static final Set<String> NO_PLACE =
      Set.of("javascript", "vbscript", "data", "about", "blob");

  private Address() {}

  /** Absolute form of {@code reference}; empty if there is no base to make it absolute with. */
  static Optional<String> resolve(String base, String reference) {
    String clean = clean(reference);
    if (!scheme(clean).isEmpty()) {
      return Optional.of(clean);
    }
    String scheme = scheme(base);
    if (clean.startsWith("//")) {
      return scheme.isEmpty() ? Optional.empty() : Optional.of(scheme + ":" + clean);
    }
    if (!base.startsWith("//", scheme.length() + 1)) {
      return Optional.empty();
    }
    return Optional.of(merge(base, scheme.length() + 3, clean));
  }

  /** Absolute address of a page; empty if {@code reference} is empty or names no place. */
  static Optional<URI> of(String base, String reference) {
    if (reference.isBlank()) {
      return Optional.empty();
    }
    return resolve(base, reference)
        .filter(address -> !NO_PLACE.contains(scheme(address).toLowerCase(Locale.ROOT)))
        .flatMap(Address::uri);
  }

  private static Optional<URI> uri(String address) {
    try {
      return Optional.of(new URI(address));
    } catch (URISyntaxException strict) {
      try {
        return Optional.of(new URI(escape(address)));
      } catch (URISyntaxException hopeless) {
        return Optional.empty();
      }
    }
  }

  private static String merge(String base, int authorityStart, String reference) {
    String bare = before(base, '#');
    String noQuery = before(bare, '?');
    int slash = noQuery.indexOf('/', authorityStart);
    String origin = slash < 0 ? noQuery : noQuery.substring(0, slash);
    String path = slash < 0 ? "/" : noQuery.substring(slash);
    if (reference.isEmpty()) {
      return bare;
    }
    return switch (reference.charAt(0)) {
      case '#' -> bare + reference;
      case '?' -> origin + path + reference;
      case '/' -> origin + withoutDots(reference);
      default -> origin + withoutDots(path.substring(0, path.lastIndexOf('/') + 1) + reference);
    };
  }

  /** RFC 3986, 5.2.4. */
  private static String withoutDots(String reference) {
    String path = before(before(reference, '#'), '?');
    if (!path.contains("/.")) {
      return reference;
    }
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      if (segments[i].equals("..")) {
        kept.pollLast();
      } else if (!segments[i].equals(".")) {
        kept.addLast(segments[i]);
        continue;
      }
      if (last) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept) + reference.substring(path.length());
  }

  private static String before(String text, char mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  /** The scheme {@code address} begins with; empty if it begins with none. */
  static String scheme(String address) {
    int end = 0;
    while (end < address.length() && isSchemePart(address.charAt(end), end)) {
      end++;
    }
    return end > 0 && end < address.length() && address.charAt(end) == ':'
        ? address.substring(0, end)
        : "";
  }

  private static boolean isSchemePart(char c, int position) {
    boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    boolean other = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
    return letter || position > 0 && other;
  }

  private static String clean(String reference) {
    String stripped = reference.strip();
    StringBuilder clean = new StringBuilder(stripped.length());
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      if (c == ' ') {
        clean.append("%20");
      } else if (c >= ' ') {
        clean.append(c);
      }
    }
    return clean.toString();
  }

  private static String escape(String address) {
    StringBuilder escaped = new StringBuilder(address.length() + 16);
    int hostEnd = hostEnd(address);
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      boolean bad =
          "\"<>\\^`{|}".indexOf(c) >= 0
              || c == '%' && !escapes(address, i)
              || (c == '[' || c == ']') && i >= hostEnd
              || c == '#' && address.indexOf('#') < i
              || Character.isISOControl(c)
              || Character.isSpaceChar(c);
      if (bad) {
        percent(c, escaped);
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static int hostEnd(String address) {
    int start = address.indexOf("://");
    int end = start < 0 ? -1 : address.indexOf('/', start + 3);
    return end < 0 ? 0 : end;
  }

  private static boolean escapes(String address, int percentAt) {
    return percentAt + 2 < address.length()
        && Character.digit(address.charAt(percentAt + 1), 16) >= 0
        && Character.digit(address.charAt(percentAt + 2), 16) >= 0;
  }

  private static void percent(char c, StringBuilder escaped) {
    for (byte b : String.valueOf(c).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      escaped.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xFF));
    }
  }
}
