package org.headrace.model;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What the operator said about one server: that of a source's own address, at its scheme, host and
 * port. To other servers none of it applies, wherever the source leads.
 *
 * @param home address of the source
 * @param privateNetwork true if the server may lie inside the operator's own network
 * @param access how it is to be asked; its headers and passwords are for this server only
 */
public record Trust(URI home, boolean privateNetwork, Optional<Access> access) {
  /** Nothing was said about any server. */
  public static final Trust NONE = new Trust(URI.create(""), false, Optional.empty());

  /** True if {@code place} lies on the server that is meant. */
  public boolean covers(URI place) {
    return home.isAbsolute() && server(place).equals(server(home));
  }

  private static String server(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return scheme + "://" + plain + ":" + (address.getPort() < 0 ? usual : address.getPort());
  }
}
