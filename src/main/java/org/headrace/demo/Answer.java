package org.headrace.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an outlet answers.
 *
 * @param headers media type and validators; no length, that is the server's
 * @param body empty if the status has none
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

  static Answer of(String mediaType, byte[] body) {
    return new Answer(200, Map.of("Content-Type", mediaType), body);
  }

  static Answer empty(int status) {
    return new Answer(status, Map.of(), new byte[0]);
  }

  Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }

  Answer withBody(byte[] other) {
    return new Answer(status, headers, other);
  }
}
