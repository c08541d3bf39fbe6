package org.headrace.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The query of an address as a list of {@code name=value}. */
final class Query {
  private Query() {}

  /** The parts in their order, as written; none is empty. */
  static List<String> parts(String query) {
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < query.length(); ) {
      int and = query.indexOf('&', from);
      int end = and < 0 ? query.length() : and;
      if (end > from) {
        parts.add(query.substring(from, end));
      }
      from = end + 1;
    }
    return parts;
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
    return parts(query).stream()
        .filter(part -> name(part).equals(name))
        .findFirst()
        .map(Query::value);
  }
}
