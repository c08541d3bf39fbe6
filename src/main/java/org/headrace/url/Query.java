package org.headrace.url;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The query of an address as a list of {@code name=value}. */
final class Query {
  private Query() {}

  /** The parts in their order, as written; none is empty. */
  static Stream<String> parts(String query) {
    return Arrays.stream(query.split("&")).filter(part -> !part.isEmpty());
  }

  /** The name without escapes. */
  static String name(String part) {
    int equals = part.indexOf('=');
    return PercentEncoding.decode(equals < 0 ? part : part.substring(0, equals));
  }

  /** The value without escapes; empty if there is none. */
  static String value(String part) {
    int equals = part.indexOf('=');
    return equals < 0 ? "" : PercentEncoding.decode(part.substring(equals + 1).replace('+', ' '));
  }

  /** The value of the first parameter of that name. */
  static Optional<String> value(String query, String name) {
    return parts(query).filter(part -> name(part).equals(name)).findFirst().map(Query::value);
  }
}
