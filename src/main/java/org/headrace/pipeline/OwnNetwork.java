package org.headrace.pipeline;

import java.net.URI;
import java.util.Locale;
import org.headrace.model.Source;

/** Which addresses may lie inside the operator's own network. */
final class OwnNetwork {
  private OwnNetwork() {}

  /** What a source may do inside the operator's network, its own pages may; nobody else's. */
  static boolean isOpen(Source source, URI link) {
    return source.privateNetwork() && isAt(source.address(), link);
  }

  /** True if both are answered by one server. */
  static boolean isAt(URI address, URI link) {
    return place(link).equals(place(address));
  }

  /** Scheme, host and port: who may ask one server may not ask its neighbour. */
  private static String place(URI address) {
    return (address.getScheme() + "://" + address.getRawAuthority()).toLowerCase(Locale.ROOT);
  }
}
