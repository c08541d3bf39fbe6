package org.headrace.url;

import java.net.URI;
import java.util.Optional;

/**
 * An http(s) address, split and spelled the way browsers do it: lenient in what is read, one
 * spelling out.
 *
 * @param scheme {@code http} or {@code https}
 * @param userInfo as written before the {@code @}; empty if none
 * @param host lower case, in ASCII (IDNA); an IPv6 literal keeps its brackets
 * @param port -1 if it is the scheme's own
 * @param path starts with a slash, has no dot segments
 * @param query without the question mark; empty if none
 * @param fragment without the hash; empty if none
 * @see <a href="https://url.spec.whatwg.org/">WHATWG URL Standard</a>
 */
public record WebAddress(
    String scheme,
    String userInfo,
    String host,
    int port,
    String path,
    String query,
    String fragment) {

  /**
   * Reads a reference found in the wild: with white space and line breaks, unescaped or other
   * letters, backslashes, without a scheme.
   *
   * @param base what a relative reference is relative to; unused if it is no http(s) address
   * @return empty if the reference is blank or leads nowhere on the web
   */
  public static Optional<WebAddress> of(String reference, URI base) {
    return WhiteSpace.isOnly(reference)
        ? Optional.empty()
        : AddressReader.read(reference, AddressReader.readAbsolute(base.toString()));
  }

  /** The same with a base that was read before, or none. */
  public static Optional<WebAddress> of(String reference, Optional<WebAddress> base) {
    return WhiteSpace.isOnly(reference) ? Optional.empty() : AddressReader.read(reference, base);
  }

  /** Reads an address that is already absolute. */
  public static Optional<WebAddress> of(URI address) {
    return AddressReader.readAbsolute(address.toString());
  }

  /**
   * True if reading {@code reference} would give the same text again, and no user info is in it.
   * Quick; false for some of which it would be true.
   */
  public static boolean isSpelledOut(String reference) {
    return reference.length() <= AddressReader.LONGEST && PlainReference.is(reference);
  }

  /**
   * True if {@link #withoutTracking} would also give the same text again. Quick; false for some of
   * which it would be true.
   */
  public static boolean isTidy(String reference) {
    return reference.indexOf('?') < 0
        && reference.indexOf('#') < 0
        && isSpelledOut(reference)
        && !RedirectWrappers.isHost(PlainReference.host(reference));
  }

  /** The same address with nothing in it that only says where a reader came from. */
  public WebAddress withoutTracking() {
    return RedirectWrappers.unwrap(this).withoutParameters();
  }

  private WebAddress withoutParameters() {
    return userInfo.isEmpty() && query.isEmpty() && fragment.isEmpty()
        ? this
        : new WebAddress(
            scheme,
            "",
            host,
            port,
            path,
            TrackingParameters.strip(host, query),
            TrackingParameters.stripFragment(host, fragment));
  }

  /** The same address without a name and password in it. */
  public WebAddress withoutUserInfo() {
    return new WebAddress(scheme, "", host, port, path, query, fragment);
  }

  /** The same address without a place on the page. */
  public WebAddress withoutFragment() {
    return new WebAddress(scheme, userInfo, host, port, path, query, "");
  }

  /** The port that is dialled: the one written, else the scheme's own. */
  public int dialledPort() {
    if (port >= 0) {
      return port;
    }
    return scheme.equals("https") ? 443 : 80;
  }

  /** Escaped further than {@link #toString} where RFC 2396, which Java follows, is stricter. */
  public URI uri() {
    return URI.create(
        authority()
            + PercentEncoding.strictPath(path)
            + marked('?', PercentEncoding.strictQuery(query))
            + marked('#', PercentEncoding.strictQuery(fragment)));
  }

  /** As a browser writes it. */
  @Override
  public String toString() {
    boolean bare = userInfo.isEmpty() && port < 0 && query.isEmpty() && fragment.isEmpty();
    return bare
        ? scheme + "://" + host + path
        : authority() + path + marked('?', query) + marked('#', fragment);
  }

  private String authority() {
    return scheme
        + "://"
        + (userInfo.isEmpty() ? "" : userInfo + "@")
        + host
        + (port < 0 ? "" : ":" + port);
  }

  private static String marked(char mark, String part) {
    return part.isEmpty() ? "" : mark + part;
  }
}
