package org.headrace.url;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes from an address all that may differ between two that lead to the same text: scheme, default
 * port, prefixes of the mobile and the fast edition, tracking, fragment, order of the query,
 * escapes nobody needs, doubled and trailing slashes.
 */
final class EqualityKey {
  private static final Set<String> EDITIONS = Set.of("www", "m", "mobile", "amp");
  private static final Set<String> EDITION_PARAMETERS = Set.of("amp", "amp=1", "outputType=amp");

  private EqualityKey() {}

  static String of(WebAddress address) {
    WebAddress tidy = address.withoutTracking();
    return host(tidy) + path(tidy.path()) + query(tidy.query()) + route(tidy.fragment());
  }

  private static String host(WebAddress address) {
    String host = HostKey.withoutRootDot(address.host());
    String name = HostKey.isLiteral(host) ? host : withoutEditions(host);
    return address.port() < 0 ? name : name + ":" + address.port();
  }

  private static String withoutEditions(String host) {
    String domain = HostKey.registrable(host);
    if (!host.endsWith("." + domain)) {
      return host;
    }
    String below = host.substring(0, host.length() - domain.length() - 1);
    return Stream.concat(
            Arrays.stream(below.split("\\.")).filter(label -> !EDITIONS.contains(label)),
            Stream.of(domain))
        .collect(Collectors.joining("."));
  }

  private static String path(String path) {
    String joined =
        Arrays.stream(PercentEncoding.leastEscaped(path).split("/"))
            .filter(segment -> !segment.isEmpty())
            .map(segment -> "/" + segment)
            .collect(Collectors.joining());
    return joined.endsWith("/amp") ? joined.substring(0, joined.length() - 4) : joined;
  }

  private static String query(String query) {
    String sorted =
        Query.parts(query).stream()
            .filter(part -> !EDITION_PARAMETERS.contains(part))
            .map(part -> PercentEncoding.leastEscaped(part.replace("+", "%20")))
            .map(part -> part.endsWith("=") ? part.substring(0, part.length() - 1) : part)
            .sorted()
            .distinct()
            .collect(Collectors.joining("&"));
    return sorted.isEmpty() ? "" : "?" + sorted;
  }

  /** A fragment that picks the page in an application stays; others pick a place on it. */
  private static String route(String fragment) {
    return fragment.startsWith("!") || fragment.startsWith("/") ? "#" + fragment : "";
  }
}
