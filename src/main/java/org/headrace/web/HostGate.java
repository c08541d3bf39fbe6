package org.headrace.web;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;

/**
 * Refuses requests for hosts that are not ours while the server listens on the loopback only. A
 * page on the web may make a browser ask us under its own name (DNS rebinding); it can't choose the
 * {@code Host} header.
 */
final class HostGate {
  private final boolean closed;
  private final String publicHost;

  HostGate(InetAddress listening, WebSettings settings) {
    closed = listening.isLoopbackAddress();
    publicHost = settings.publicAddress().getHost().toLowerCase(Locale.ROOT);
  }

  /** True if the request may be answered. A program that sends no {@code Host} is no browser. */
  boolean admits(Request request) {
    List<String> hosts = request.headers().all("Host");
    return !closed || hosts.isEmpty() || (hosts.size() == 1 && isOurs(hosts.get(0)));
  }

  private boolean isOurs(String header) {
    String host = withoutPort(header.strip().toLowerCase(Locale.ROOT));
    return host.equals(publicHost) || isLoopbackName(header);
  }

  /** True for a {@code Host} that means this machine, with or without a port. */
  static boolean isLoopbackName(String header) {
    String host = withoutPort(header.strip().toLowerCase(Locale.ROOT));
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || isLoopbackLiteral(host);
  }

  private static boolean isLoopbackLiteral(String host) {
    String[] parts = host.split("\\.", 5);
    boolean four = parts.length == 4 && parts[0].equals("127");
    for (String part : parts) {
      four &= !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(Character::isDigit);
    }
    return four;
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }
}
