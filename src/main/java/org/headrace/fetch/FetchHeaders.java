package org.headrace.fetch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.headrace.model.Validators;

/**
 * The header of a request: who asks, what is wanted, what is known already. No cookie, no referer.
 */
final class FetchHeaders {
  private FetchHeaders() {}

  static Map<String, String> of(FetchRequest request, FetchSettings settings, Terms terms) {
    Map<String, String> headers = of(settings, terms);
    Validators validators = request.validators();
    if (!validators.etag().isEmpty()) {
      headers.put("If-None-Match", validators.etag());
    }
    if (!validators.lastModified().isEmpty()) {
      headers.put("If-Modified-Since", validators.lastModified());
    }
    if (wantsDelta(request)) {
      headers.put("A-IM", "feed");
    }
    return headers;
  }

  static Map<String, String> of(FetchSettings settings, Terms terms) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("User-Agent", settings.userAgent());
    headers.put("Accept", terms.accept());
    headers.put("Accept-Encoding", Coding.offered());
    headers.put("Connection", "close");
    return headers;
  }

  /** True if the new entries alone would do (RFC 3229, and its {@code feed} by Bob Wyman). */
  static boolean wantsDelta(FetchRequest request) {
    return request.wanted() == Wanted.FEED && !request.validators().isEmpty();
  }
}
