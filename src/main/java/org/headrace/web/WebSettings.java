package org.headrace.web;

import java.net.URI;

/**
 * Where the server listens and under which address the world knows it.
 *
 * @param address to listen at: a host name or literal; "0.0.0.0" for all
 * @param port 0 for any that is free
 * @param publicAddress base address of the site, ending in "/"; behind a proxy the proxy's
 * @param named true if the operator has written the public address
 */
public record WebSettings(String address, int port, URI publicAddress, boolean named) {
  /** Where nobody has written a public address. */
  public WebSettings(String address, int port, URI publicAddress) {
    this(address, port, publicAddress, false);
  }

  public WebSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("web.port must be 0 to 65535: " + port);
    }
    if (publicAddress.getHost() == null || !publicAddress.getRawPath().endsWith("/")) {
      throw new IllegalArgumentException(
          "web.public-address must be absolute and end in \"/\": " + publicAddress);
    }
  }

  /** Path of the site at its public address: begins and ends with "/". */
  String base() {
    return publicAddress.getRawPath();
  }
}
