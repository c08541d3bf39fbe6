package org.headrace.fetch;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.net.IDN;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The host of an address in the one spelling that is looked up. Numbers in any form but four plain
 * decimals, zones, escapes and everything that becomes a number only by folding are no hosts.
 *
 * @see <a href="https://url.spec.whatwg.org/#ends-in-a-number-checker">WHATWG, ends in a number</a>
 */
final class HostSpelling {
  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;

  /** Names that lead inside by their meaning (RFC 6761, RFC 6762 appendix G, RFC 8375, ICANN). */
  private static final List<String> INSIDE =
      List.of(
          "localhost",
          "localdomain",
          "local",
          "internal",
          "intranet",
          "private",
          "corp",
          "home",
          "lan",
          "home.arpa");

  private static final IPAddressStringParameters STRICT_IPV6 =
      new IPAddressStringParameters.Builder()
          .allowPrefix(false)
          .allowMask(false)
          .allowAll(false)
          .allowEmpty(false)
          .allowSingleSegment(false)
          .allowWildcardedSeparator(false)
          .allowIPv4(false)
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowBase85(false)
          .allowBinary(false)
          .getParentBuilder()
          .toParams();

  private HostSpelling() {}

  /** Empty if the host is oddly spelled. An IPv6 literal comes back without its brackets. */
  static Optional<String> plain(String host) {
    if (host.startsWith("[")) {
      return inBrackets(host);
    }
    boolean ascii = host.chars().allMatch(c -> c < 0x80);
    return ascii ? name(host.toLowerCase(Locale.ROOT)) : international(host);
  }

  /** The address that a host spells out; empty if it is a name. */
  static Optional<InetAddress> literal(String host) {
    boolean number = host.indexOf(':') >= 0 || endsInNumber(host);
    return number
        ? Optional.ofNullable(new IPAddressString(host).getAddress()).map(IPAddress::toInetAddress)
        : Optional.empty();
  }

  /** True for names that mean the own machine or network whatever they resolve to. */
  static boolean isInside(String name) {
    return name.indexOf('.') < 0
        || INSIDE.stream().anyMatch(suffix -> name.equals(suffix) || name.endsWith("." + suffix));
  }

  private static Optional<String> inBrackets(String host) {
    if (!host.endsWith("]")) {
      return Optional.empty();
    }
    String inner = host.substring(1, host.length() - 1).toLowerCase(Locale.ROOT);
    boolean plain = inner.indexOf(':') >= 0 && inner.chars().allMatch(HostSpelling::isIpv6);
    IPAddress address = plain ? new IPAddressString(inner, STRICT_IPV6).getAddress() : null;
    return address == null || address.isMultiple() || address.toIPv6().isIPv4Mapped()
        ? Optional.empty()
        : Optional.of(address.toCanonicalString());
  }

  private static Optional<String> international(String host) {
    try {
      return name(IDN.toASCII(host).toLowerCase(Locale.ROOT)).filter(name -> !endsInNumber(name));
    } catch (IllegalArgumentException | IndexOutOfBoundsException noName) {
      return Optional.empty();
    }
  }

  private static Optional<String> name(String host) {
    if (endsInNumber(host.endsWith(".") ? host.substring(0, host.length() - 1) : host)) {
      return isFourDecimals(host) ? Optional.of(host) : Optional.empty();
    }
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    boolean sound = name.length() <= LONGEST && name.chars().allMatch(HostSpelling::isOfName);
    return sound && hasSoundLabels(name) ? Optional.of(name) : Optional.empty();
  }

  private static boolean hasSoundLabels(String name) {
    return List.of(name.split("\\.", -1)).stream()
        .allMatch(label -> !label.isEmpty() && label.length() <= LONGEST_LABEL);
  }

  private static boolean endsInNumber(String host) {
    String last = host.substring(host.lastIndexOf('.') + 1);
    boolean hex = last.startsWith("0x") && last.substring(2).chars().allMatch(HostSpelling::isHex);
    return hex || (!last.isEmpty() && last.chars().allMatch(HostSpelling::isDigit));
  }

  private static boolean isFourDecimals(String host) {
    List<String> parts = List.of(host.split("\\.", -1));
    return parts.size() == 4 && parts.stream().allMatch(HostSpelling::isOctet);
  }

  private static boolean isOctet(String part) {
    boolean digits =
        !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(HostSpelling::isDigit);
    boolean shortest = part.length() == 1 || !part.startsWith("0");
    return digits && shortest && Integer.parseInt(part) <= 255;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f');
  }

  private static boolean isIpv6(int c) {
    return isHex(c) || c == ':' || c == '.';
  }

  /** Underscores are against the rules for hosts, and in use. */
  private static boolean isOfName(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.';
  }
}
