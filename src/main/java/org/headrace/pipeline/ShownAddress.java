package org.headrace.pipeline;

import java.net.URI;
import java.util.Locale;
import org.headrace.fetch.AddressGuard;
import org.headrace.model.Source;

/** Which addresses of strangers are passed on to readers. */
final class ShownAddress {
  private ShownAddress() {}

  /**
   * True for addresses of the web that do not plainly lead into a network of somebody's own, be it
   * ours or the reader's; there, only a source that lies inside with the operator's leave may point
   * to its own host.
   */
  static boolean mayBe(URI address, Source source) {
    return AddressGuard.mayBePublic(address)
        || (source.privateNetwork() && host(address).equals(host(source.address())));
  }

  /** As {@link #mayBe(URI, Source)}; what is no address is none that leads inside. */
  static boolean mayBe(String address, Source source) {
    try {
      URI uri = URI.create(address);
      boolean web =
          uri.getScheme() != null && uri.getScheme().toLowerCase(Locale.ROOT).startsWith("http");
      return !web || mayBe(uri, source);
    } catch (IllegalArgumentException odd) {
      return false;
    }
  }

  private static String host(URI address) {
    return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
  }
}
