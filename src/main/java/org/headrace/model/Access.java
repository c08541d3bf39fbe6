package org.headrace.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How the operator wants a source to be asked. Texts may hold references to secrets, {@code
 * ${env:NAME}} or {@code ${file:/path}}: they are looked up when a request is made, so that no
 * secret is ever kept, shown or logged.
 *
 * @param userAgent instead of the usual one; empty if none
 * @param headers further ones of the request, in the order written
 * @param user name for HTTP Basic (RFC 7617); empty if none
 * @param password of {@code user}
 * @param token for HTTP Bearer (RFC 6750); empty if none
 * @param proxy through which the source and its pages are asked; empty if they are asked directly
 */
public record Access(
    String userAgent,
    List<Header> headers,
    String user,
    String password,
    String token,
    Optional<Proxy> proxy) {

  /** One header of a request. */
  public record Header(String name, String value) {}

  /**
   * A proxy for HTTP and, by CONNECT, for HTTPS (RFC 9110, 7.3.2 and 9.3.6).
   *
   * @param address http, host and port
   * @param user empty if it wants none
   * @param password of {@code user}
   */
  public record Proxy(URI address, String user, String password) {}

  public Access {
    headers = List.copyOf(headers);
  }
}
