package org.headrace.model;

import java.util.Locale;
import java.util.Set;

/** Names of headers that a request may be given beside those it has anyway. */
public final class RequestHeaders {
  /** Set by the program, by a key of their own, or by HTTP itself. */
  private static final Set<String> OURS =
      Set.of(
          "host",
          "content-length",
          "transfer-encoding",
          "connection",
          "keep-alive",
          "te",
          "trailer",
          "upgrade",
          "expect",
          "range",
          "accept-encoding",
          "if-none-match",
          "if-modified-since",
          "if-match",
          "if-unmodified-since",
          "if-range",
          "a-im",
          "user-agent",
          "proxy-authorization",
          "proxy-connection");

  private RequestHeaders() {}

  /** True if nobody but the program sets the header, whatever the case of its name. */
  public static boolean isOurs(String name) {
    return OURS.contains(name.toLowerCase(Locale.ROOT));
  }
}
