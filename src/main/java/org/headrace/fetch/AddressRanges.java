package org.headrace.fetch;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Which IP addresses belong to the public internet.
 *
 * <p>IPv4: all but the blocks that IANA lists as not globally reachable. IPv6: only global unicast,
 * less its special blocks and the forms that carry an IPv4 address which a gateway may follow.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA, IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA, IPv6</a>
 */
final class AddressRanges {
  private static final IPAddressGenerator GENERATOR = new IPAddressGenerator();
  private static final IPAddress GLOBAL_UNICAST = block("2000::/3");

  /** Metadata of cloud machines: closed even where the operator's own network is open. */
  private static final List<Range> METADATA =
      List.of(
          range("169.254.0.0/16", "link-local (RFC 3927)"),
          range("100.100.100.200/32", "a cloud's metadata service"),
          range("168.63.129.16/32", "a cloud's metadata service"),
          range("192.0.0.192/32", "a cloud's metadata service"),
          range("fd00:ec2::/32", "a cloud's metadata service"),
          range("fe80::/10", "link-local (RFC 4291)"));

  private static final List<Range> OWN_NETWORK =
      List.of(
          range("10.0.0.0/8", "private (RFC 1918)"),
          range("172.16.0.0/12", "private (RFC 1918)"),
          range("192.168.0.0/16", "private (RFC 1918)"),
          range("127.0.0.0/8", "loopback (RFC 1122)"),
          range("100.64.0.0/10", "shared by a provider's customers (RFC 6598)"),
          range("::1/128", "loopback (RFC 4291)"),
          range("fc00::/7", "private (RFC 4193)"));

  private static final List<Range> NOBODYS =
      List.of(
          range("0.0.0.0/8", "this network (RFC 1122)"),
          range("192.0.0.0/24", "reserved for protocols (RFC 6890)"),
          range("192.0.2.0/24", "for documents only (RFC 5737)"),
          range("192.88.99.0/24", "a 6to4 relay (RFC 7526)"),
          range("198.18.0.0/15", "for benchmarks only (RFC 2544)"),
          range("198.51.100.0/24", "for documents only (RFC 5737)"),
          range("203.0.113.0/24", "for documents only (RFC 5737)"),
          range("224.0.0.0/4", "multicast (RFC 5771)"),
          range("240.0.0.0/4", "reserved (RFC 1112)"),
          range("2001::/23", "reserved for protocols such as Teredo (RFC 2928)"),
          range("2001:db8::/32", "for documents only (RFC 3849)"),
          range("2002::/16", "6to4, an IPv4 address in disguise (RFC 3056)"),
          range("3fff::/20", "for documents only (RFC 9637)"));

  private static final IPAddress NAT64 = block("64:ff9b::/96");

  private AddressRanges() {}

  /** Why an address is not public, for the operator; empty if it is. */
  static Optional<String> notPublic(InetAddress address) {
    IPAddress found = GENERATOR.from(address);
    return in(METADATA, found)
        .or(() -> in(OWN_NETWORK, found))
        .or(() -> in(NOBODYS, found))
        .or(() -> odd(found))
        .map(what -> found.toCanonicalString() + " is " + what);
  }

  /** True if an operator may open this address: the own network, but no metadata service. */
  static boolean mayBeOpened(InetAddress address) {
    IPAddress found = GENERATOR.from(address);
    return in(METADATA, found).isEmpty() && in(OWN_NETWORK, found).isPresent();
  }

  /**
   * True for the twin of a public IPv4 address that DNS64 adds to every answer (RFC 6052, 6147):
   * not dialled, but no sign of a trick either.
   */
  static boolean isTwinOfPublic(InetAddress address) {
    IPAddress found = GENERATOR.from(address);
    return NAT64.contains(found)
        && notPublic(found.toIPv6().getEmbeddedIPv4Address().toInetAddress()).isEmpty();
  }

  private static Optional<String> odd(IPAddress address) {
    if (address.isIPv4()) {
      return Optional.empty();
    }
    if (!GLOBAL_UNICAST.contains(address)) {
      return Optional.of("not global unicast (RFC 4291)");
    }
    return isIsatap(address.getBytes())
        ? Optional.of("ISATAP, an IPv4 address in disguise (RFC 5214)")
        : Optional.empty();
  }

  /** Interface identifier 0000:5efe or 0200:5efe, then an IPv4 address. */
  private static boolean isIsatap(byte[] address) {
    return (address[8] & ~0x03) == 0
        && address[9] == 0
        && address[10] == 0x5e
        && address[11] == (byte) 0xfe;
  }

  private static Optional<String> in(List<Range> ranges, IPAddress address) {
    return ranges.stream()
        .filter(range -> range.block.contains(address))
        .map(Range::what)
        .findFirst();
  }

  private static Range range(String block, String what) {
    return new Range(block(block), what);
  }

  private static IPAddress block(String text) {
    return new IPAddressString(text).getAddress();
  }

  private record Range(IPAddress block, String what) {}
}
