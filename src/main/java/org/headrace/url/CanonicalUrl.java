package org.headrace.url;

import java.net.URI;
import java.util.Optional;

/** Addresses in the one spelling that is passed on, and in the one that is compared. */
public final class CanonicalUrl {
  private CanonicalUrl() {}

  /**
   * The address a link leads to, for people: absolute http(s), redirect wrappers opened, without
   * tracking parameters, without a name and password.
   *
   * @param reference as found, with white space, unescaped letters, without scheme or host
   * @param base what a relative reference is relative to
   * @return empty if the reference leads nowhere on the web
   */
  public static Optional<URI> of(String reference, URI base) {
    return WebAddress.of(reference, base).map(WebAddress::withoutTracking).map(WebAddress::uri);
  }

  /**
   * The address of anything that is fetched as named, such as an image, a recording or a feed: made
   * absolute and legal, otherwise left as it is.
   *
   * @return empty if the reference leads nowhere on the web
   */
  public static Optional<URI> resolve(String reference, URI base) {
    return WebAddress.of(reference, base).map(WebAddress::uri);
  }

  /**
   * What is equal for addresses that lead to the same text. For comparison only: it is no address.
   * The text of the address itself if it is none of the web.
   */
  public static String key(URI address) {
    return WebAddress.of(address).map(EqualityKey::of).orElseGet(address::toString);
  }
}
