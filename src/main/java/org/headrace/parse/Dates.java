package org.headrace.parse;

import java.time.Instant;
import java.util.Optional;

/** Dates in elements. */
final class Dates {
  private Dates() {}

  /** The first of these children, in order of names, that can be read. */
  static Optional<Instant> first(XmlElement parent, XmlName... names) {
    return parent
        .ranked(names)
        .map(element -> FeedDates.read(element.text()))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
