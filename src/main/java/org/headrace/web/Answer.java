package org.headrace.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param headers beside those that every answer has
 * @param body empty if there is none
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** A document that may not be kept. */
  public static Answer of(int status, String mediaType, byte[] body) {
    return new Answer(status, Map.of("Content-Type", mediaType, "Cache-Control", "no-store"), body);
  }

  /** Plain text that may not be kept. */
  public static Answer text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same answer with one more header. */
  public Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }
}
