package org.headrace.publish;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An address fit for publishing: http(s), absolute, ASCII, host in lower case, no user name and no
 * password in it. Anything else is not published.
 */
final class WebAddress {
  private static final List<String> SITE_PREFIXES = List.of("www.", "feeds.", "feed.", "rss.");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private WebAddress() {}

  /** {@code address} in the form for publishing; empty if it is no web address. */
  static Optional<String> of(URI address) {
    String scheme = address.getScheme();
    String authority = address.getRawAuthority();
    return scheme == null || authority == null || !isWeb(scheme)
        ? Optional.empty()
        : authority(authority)
            .map(place -> scheme.toLowerCase(Locale.ROOT) + "://" + place + below(address));
  }

  /** Like {@link #of(URI)} for an address that may be anything. */
  static Optional<String> of(String address) {
    try {
      return of(new URI(address.strip().replace(" ", "%20")));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * The front page of the site that a feed belongs to, if an article of it shows where that is: the
   * article must stand on the host of the feed, but for a leading "www." or "feeds.".
   */
  static Optional<String> site(String feed, String article) {
    return siteName(feed).equals(siteName(article))
        ? Optional.of(article.substring(0, article.indexOf("://") + 3) + place(article) + "/")
        : Optional.empty();
  }

  /** The host as people know a site: without port and without a leading "www." or "feeds.". */
  static String siteName(String address) {
    String place = place(address);
    int port = place.lastIndexOf(':');
    String host = port > place.lastIndexOf(']') ? place.substring(0, port) : place;
    return SITE_PREFIXES.stream()
        .filter(host::startsWith)
        .findFirst()
        .map(prefix -> host.substring(prefix.length()))
        .orElse(host);
  }

  private static String place(String address) {
    return URI.create(address).getRawAuthority();
  }

  private static Optional<String> authority(String given) {
    String place = given.substring(given.lastIndexOf('@') + 1);
    int colon = place.lastIndexOf(':');
    boolean port = colon > place.lastIndexOf(']');
    String host = port ? place.substring(0, colon) : place;
    String rest = port && colon < place.length() - 1 ? place.substring(colon) : "";
    try {
      String ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
      return ascii.isEmpty()
          ? Optional.empty()
          : Optional.of(ascii.toLowerCase(Locale.ROOT) + rest);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String below(URI address) {
    StringBuilder below = new StringBuilder(address.getRawPath());
    if (address.getRawQuery() != null) {
      below.append('?').append(address.getRawQuery());
    }
    if (address.getRawFragment() != null) {
      below.append('#').append(address.getRawFragment());
    }
    return below.isEmpty() ? "" : ascii(LegalText.of(below.toString()));
  }

  private static String ascii(String text) {
    StringBuilder ascii = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b < 0) {
        ascii.append('%').append(HEX.toHexDigits(b));
      } else {
        ascii.append((char) b);
      }
    }
    return ascii.toString();
  }

  private static boolean isWeb(String scheme) {
    return scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
  }
}
