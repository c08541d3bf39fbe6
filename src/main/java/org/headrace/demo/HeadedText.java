package org.headrace.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text that starts with lines {@code Name: value}; an empty line ends them, the rest is the body.
 *
 * @param place where the text stands, for messages
 * @param headers in the order written
 * @param body without the headers; empty if there is none
 */
record HeadedText(String place, Map<String, String> headers, String body) {

  static HeadedText read(String place) {
    return of(place, Shelf.text(place));
  }

  static HeadedText of(String place, String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> lines = text.lines().toList();
    int line = 0;
    while (line < lines.size() && !lines.get(line).isBlank()) {
      int colon = lines.get(line).indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException(
            place + ":" + (line + 1) + ": not a header: " + lines.get(line));
      }
      headers.put(
          lines.get(line).substring(0, colon), lines.get(line).substring(colon + 1).strip());
      line++;
    }
    return new HeadedText(
        place, headers, String.join("\n", lines.subList(line, lines.size())).strip());
  }

  /** A header that has to be there. */
  String header(String name) {
    return optional(name)
        .orElseThrow(() -> new IllegalArgumentException(place + ": no header " + name));
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The parts of a header between commas; empty if it is not there. */
  List<String> list(String name) {
    return optional(name).stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
