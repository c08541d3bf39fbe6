package org.headrace.fetch;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.headrace.model.Trust;

/**
 * Something to tell a server by a form.
 *
 * @param address absolute; anything but http and https is refused
 * @param fields in the order sent; may hold secrets
 * @param trust as in {@link FetchRequest}
 */
public record PostRequest(URI address, Map<String, String> fields, Trust trust) {
  static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

  /** As it is sent. */
  byte[] form() {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "a form for " + address;
  }
}
