package org.headrace.parse;

import java.time.Instant;
import java.util.Optional;

/** Dates in elements. */
final class Dates {
  private Dates() {}

  /** The first of these children, in order of names, that can be read. */
  static Optional<Instant> first(XmlElement parent, XmlName... names) {
    for (XmlElement element : parent.ranked(names)) {
      Optional<Instant> date = FeedDates.read(element.text());
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }
}
