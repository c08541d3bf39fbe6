package org.headrace.extract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jsoup.internal.StringUtil;

/** Makes the addresses in a page absolute. */
final class Addresses {
  private static final int LONGEST = 4_000;

  private Addresses() {}

  /** The http(s) address; empty if there is none or it cannot be read. */
  static Optional<URI> absolute(URI base, String reference) {
    String bare = reference.strip();
    if (bare.isEmpty() || bare.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(escaped(isWhole(bare) ? bare : StringUtil.resolve(base.toString(), bare)));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException unreadable) {
      return Optional.empty();
    }
  }

  /** True if nothing of the address is relative. */
  private static boolean isWhole(String address) {
    return (address.startsWith("https://") || address.startsWith("http://"))
        && !address.contains("/.");
  }

  /** Escapes what browsers forgive but RFC 3986 does not allow. */
  private static String escaped(String address) {
    StringBuilder escaped = new StringBuilder(address.length() + 16);
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c <= ' ' || "\"<>\\^`{|}[]".indexOf(c) >= 0) {
        escaped.append(String.format("%%%02X", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
