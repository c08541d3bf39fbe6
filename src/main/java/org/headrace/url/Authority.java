package org.headrace.url;

import java.util.Optional;

/** Who is asked: the part of an address between the slashes. */
record Authority(String userInfo, String host, int port) {

  static Optional<Authority> read(String scheme, String text) {
    int at = text.lastIndexOf('@');
    String userInfo = at < 0 ? "" : PercentEncoding.userInfo(text.substring(0, at));
    String place = text.substring(at + 1);
    int colon = portColon(place);
    String digits = colon < 0 ? "" : place.substring(colon + 1);
    int port = port(digits);
    if (port < 0 && !digits.isEmpty()) {
      return Optional.empty();
    }
    return HostName.ascii(colon < 0 ? place : place.substring(0, colon))
        .map(host -> new Authority(userInfo, host, isOwn(scheme, port) ? -1 : port));
  }

  private static int portColon(String place) {
    int colon = place.lastIndexOf(':');
    return colon > place.lastIndexOf(']') ? colon : -1;
  }

  /** -1 if it is no port. */
  private static int port(String digits) {
    boolean plain = digits.length() <= 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (digits.isEmpty() || !plain) {
      return -1;
    }
    long port = Long.parseLong(digits);
    return port <= 65_535 ? (int) port : -1;
  }

  private static boolean isOwn(String scheme, int port) {
    return port == (scheme.equals("https") ? 443 : 80);
  }
}
