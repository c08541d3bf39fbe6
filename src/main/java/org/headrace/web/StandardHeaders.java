package org.headrace.web;

import java.util.Map;

/** What every answer says: not for search engines, no script, no frame around it, no referrer. */
final class StandardHeaders {
  static final Map<String, String> ALL =
      Map.of(
          "X-Robots-Tag",
          "noindex",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src 'self' https: http: data:;"
              + " media-src https: http:; frame-src https:; form-action 'self';"
              + " base-uri 'none'; frame-ancestors 'none'");

  private StandardHeaders() {}
}
