package org.headrace.web;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Locale;

/**
 * What was asked.
 *
 * @param method in capital letters, as sent
 * @param path below the base of the site, as sent: begins with "/"; no query
 * @param headers all values of one header by its name, each in any case
 */
public record Request(String method, String path, Headers headers) {

  /** The headers of a request. */
  @FunctionalInterface
  public interface Headers {
    /** Values in the order sent; empty if there are none. */
    List<String> all(String name);
  }

  /** The header's values as one list (RFC 9110, 5.3); empty if it was not sent. */
  public String header(String name) {
    return String.join(", ", headers.all(name));
  }

  static Request of(HttpExchange exchange, String base) {
    String path = exchange.getRequestURI().getRawPath();
    String below = path == null || !path.startsWith("/") ? "/" + (path == null ? "" : path) : path;
    boolean prefixed = base.length() > 1 && below.startsWith(base);
    return new Request(
        exchange.getRequestMethod().toUpperCase(Locale.ROOT),
        prefixed ? below.substring(base.length() - 1) : below,
        name -> {
          List<String> values = exchange.getRequestHeaders().get(name);
          return values == null ? List.of() : values;
        });
  }
}
