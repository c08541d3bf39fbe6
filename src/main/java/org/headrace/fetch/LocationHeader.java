package org.headrace.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a redirect leads. Letters outside ASCII, which many servers leave unescaped, are escaped
 * byte for byte; white space, control characters and backslashes, which programs read differently,
 * make it unreadable.
 */
final class LocationHeader {
  private static final int LONGEST = 8192;

  private LocationHeader() {}

  /**
   * @param value each character one byte of the header
   * @return empty if it cannot be read
   */
  static Optional<URI> resolve(URI base, String value) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(LocationHeader::isBad)) {
      return Optional.empty();
    }
    try {
      URI reference = new URI(escaped(text));
      return Optional.of(text.startsWith("?") ? queryOf(base, text) : base.resolve(reference));
    } catch (URISyntaxException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** {@code URI.resolve} follows RFC 2396 here, which drops the last part of the path. */
  private static URI queryOf(URI base, String query) {
    String text = base.toString();
    int mark = text.indexOf('?');
    return URI.create((mark < 0 ? text : text.substring(0, mark)) + escaped(query));
  }

  private static String escaped(String text) {
    StringBuilder legal = new StringBuilder();
    boolean afterQuery = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      afterQuery |= c == '?';
      boolean bracket = afterQuery && (c == '[' || c == ']');
      boolean legalThere = c < 0x80 && "\"<>^`{|}".indexOf(c) < 0 && !bracket;
      legal.append(legalThere ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return legal.toString();
  }

  private static boolean isBad(int c) {
    return c <= 0x20 || c == 0x7f || c == '\\' || c > 0xff;
  }
}
