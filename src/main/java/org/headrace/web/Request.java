package org.headrace.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * What was asked.
 *
 * @param method in capital letters, as sent
 * @param path below the base of the site, as sent: begins with "/"; no query
 * @param query as sent, without the question mark; empty if there is none
 * @param headers all values of one header by its name, each in any case
 * @param body what was sent along
 */
public record Request(String method, String path, String query, Headers headers, Body body) {

  /** The headers of a request. */
  @FunctionalInterface
  public interface Headers {
    /** Values in the order sent; empty if there are none. */
    List<String> all(String name);
  }

  /** What was sent along: read when somebody wants it, and only once. */
  @FunctionalInterface
  public interface Body {
    /**
     * Its first bytes; all of it if there are no more.
     *
     * @throws UncheckedIOException if it cannot be had
     */
    byte[] upTo(long most);
  }

  /** The header's values as one list (RFC 9110, 5.3); empty if it was not sent. */
  public String header(String name) {
    return String.join(", ", headers.all(name));
  }

  static Request of(HttpExchange exchange, String base) {
    String path = exchange.getRequestURI().getRawPath();
    String below = path == null || !path.startsWith("/") ? "/" + (path == null ? "" : path) : path;
    String query = exchange.getRequestURI().getRawQuery();
    boolean prefixed = base.length() > 1 && below.startsWith(base);
    return new Request(
        exchange.getRequestMethod().toUpperCase(Locale.ROOT),
        prefixed ? below.substring(base.length() - 1) : below,
        query == null ? "" : query,
        name -> {
          List<String> values = exchange.getRequestHeaders().get(name);
          return values == null ? List.of() : values;
        },
        most -> body(exchange, most));
  }

  private static byte[] body(HttpExchange exchange, long most) {
    try {
      return exchange.getRequestBody().readNBytes(Math.toIntExact(most));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
