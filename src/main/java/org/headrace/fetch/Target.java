package org.headrace.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Where one request goes: the only reading of an address, used for the check and for the dialling.
 *
 * @param address without fragment, never with a user name
 * @param host lower case ASCII without a closing dot; an IPv6 literal without brackets
 * @param port the one to dial
 */
record Target(URI address, String scheme, String host, int port) implements Checked {

  /**
   * Reads an address strictly: what browsers, resolvers and libraries read differently is refused.
   */
  static Checked of(URI address) {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return new Refused(
          "an address of the kind \"" + Printable.of(scheme) + "\", not http or https");
    }
    String authority = address.getRawAuthority();
    if (address.isOpaque() || authority == null || authority.isEmpty()) {
      return new Refused("an address without a host");
    }
    if (authority.indexOf('@') >= 0) {
      return new Refused("an address with a user name or password in it");
    }
    return of(address, scheme, authority);
  }

  private static Checked of(URI address, String scheme, String authority) {
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']');
    OptionalInt port = hasPort ? port(scheme, authority.substring(colon + 1)) : standard(scheme);
    if (port.isEmpty()) {
      return new Refused("an address whose port is no number from 1 to 65535");
    }
    return HostSpelling.plain(hasPort ? authority.substring(0, colon) : authority)
        .<Checked>map(host -> new Target(withoutFragment(address), scheme, host, port.getAsInt()))
        .orElseGet(() -> new Refused("an address whose host is oddly spelled"));
  }

  boolean isSecure() {
    return scheme.equals("https");
  }

  /** The port as it stands in an address: -1 if it is the scheme's own. */
  int writtenPort() {
    return port == standard(scheme).getAsInt() ? -1 : port;
  }

  /** Path and query, as sent. */
  String path() {
    String text = address.toASCIIString();
    int start = text.indexOf("://") + 3;
    while (start < text.length() && text.charAt(start) != '/' && text.charAt(start) != '?') {
      start++;
    }
    String path = text.substring(start);
    return path.startsWith("/") ? path : "/" + path;
  }

  private static OptionalInt standard(String scheme) {
    return OptionalInt.of(scheme.equals("https") ? 443 : 80);
  }

  private static OptionalInt port(String scheme, String digits) {
    if (digits.isEmpty()) {
      return standard(scheme);
    }
    boolean number = digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = number ? Integer.parseInt(digits) : -1;
    return port > 0 && port <= 65_535 ? OptionalInt.of(port) : OptionalInt.empty();
  }

  private static URI withoutFragment(URI address) {
    String text = address.toString();
    int hash = text.indexOf('#');
    return hash < 0 ? address : URI.create(text.substring(0, hash));
  }
}
