package org.headrace.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Reads the dates feeds write: RFC 3339, RFC 822, and what people make of them. A date without a
 * zone is UTC. What could mean two different days is no date: none is better than a wrong one.
 */
final class FeedDates {
  private static final int LONGEST = 100;
  private static final int EARLIEST_YEAR = 1000;

  /** No feed speaks of later days; a program that counts wrong does. */
  private static final int LATEST_YEAR = 2150;

  private FeedDates() {}

  /** The instant {@code written} means; empty if it cannot be read for certain. */
  static Optional<Instant> read(String written) {
    String text = written.replace("\\n", " ").strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    return standard(text)
        .filter(FeedDates::isPlausible)
        .or(() -> loose(text).filter(FeedDates::isPlausible));
  }

  private static Optional<Instant> standard(String text) {
    DateTimeFormatter format =
        Character.isDigit(text.charAt(0)) && text.length() > 10 && text.charAt(4) == '-'
            ? DateTimeFormatter.ISO_OFFSET_DATE_TIME
            : DateTimeFormatter.RFC_1123_DATE_TIME;
    try {
      return Optional.of(OffsetDateTime.parse(text, format).toInstant());
    } catch (DateTimeParseException notStandard) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> loose(String text) {
    Optional<Instant> digits = DigitDate.in(text);
    if (digits.isPresent()) {
      return digits;
    }
    try {
      return new DateReading(DateToken.of(text)).instant();
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  /** Year 1 is what some programs write for "never". */
  private static boolean isPlausible(Instant instant) {
    int year = instant.atOffset(java.time.ZoneOffset.UTC).getYear();
    return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
  }
}
