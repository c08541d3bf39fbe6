package org.headrace.url;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Who answers for an address: all that shares a key is asked politely, one after the other. */
public final class HostKey {
  private HostKey() {}

  /**
   * The registrable domain (<a href="https://publicsuffix.org/">Public Suffix List</a>, with its
   * private part: each customer of a hosting platform is one). For IP literals and names of one
   * label, such as localhost: host and port. Empty if there is no host.
   */
  public static String of(URI address) {
    return WebAddress.of(address).map(HostKey::of).orElse("");
  }

  static String of(WebAddress address) {
    String host = withoutRootDot(address.host());
    boolean named = host.indexOf('.') >= 0 && !isLiteral(host);
    return named ? registrable(host) : host + ":" + address.dialledPort();
  }

  /** Lower-case host of an address, also where {@code URI.getHost} finds none; empty if none. */
  public static String host(URI address) {
    return WebAddress.of(address).map(found -> withoutRootDot(found.host())).orElse("");
  }

  /**
   * A suffix itself stays whole. Under no suffix of the list the last label is one (its rule *).
   */
  static String registrable(String host) {
    return Optional.ofNullable(EffectiveTldFinder.getAssignedDomain(host, true))
        .orElseGet(() -> isUnderSuffix(host) ? host : lastTwoLabels(host))
        .toLowerCase(Locale.ROOT);
  }

  private static boolean isUnderSuffix(String host) {
    return EffectiveTldFinder.getEffectiveTLD(host) != null;
  }

  private static String lastTwoLabels(String host) {
    int before = host.lastIndexOf('.', host.lastIndexOf('.') - 1);
    return host.substring(before + 1);
  }

  /** True for IPv6 in brackets and for all that browsers read as an IPv4 number. */
  static boolean isLiteral(String host) {
    String last = host.substring(host.lastIndexOf('.') + 1);
    return host.startsWith("[") || (!last.isEmpty() && Character.isDigit(last.charAt(0)));
  }

  static String withoutRootDot(String host) {
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }
}
