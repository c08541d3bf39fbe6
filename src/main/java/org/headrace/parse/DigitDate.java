package org.headrace.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads dates of nothing but digits: seconds or milliseconds since 1970, and ISO 8601's basic form.
 */
final class DigitDate {
  private DigitDate() {}

  /** {@code digits} holds nothing else. */
  static Optional<Instant> read(String digits) {
    try {
      return switch (digits.length()) {
        case 4 -> Optional.of(at(LocalDate.of(number(digits, 0, 4), 1, 1)));
        case 8 -> Optional.of(at(date(digits)));
        case 9, 10 -> Optional.of(Instant.ofEpochSecond(Long.parseLong(digits)));
        case 12 -> Optional.of(at(date(digits), digits + "00"));
        case 13 -> Optional.of(Instant.ofEpochMilli(Long.parseLong(digits)));
        case 14 -> Optional.of(at(date(digits), digits));
        default -> Optional.empty();
      };
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static LocalDate date(String digits) {
    return LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8));
  }

  private static Instant at(LocalDate date) {
    return date.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static Instant at(LocalDate date, String digits) {
    LocalDateTime time =
        date.atTime(number(digits, 8, 10), number(digits, 10, 12), number(digits, 12, 14));
    return time.toInstant(ZoneOffset.UTC);
  }

  private static int number(String digits, int start, int end) {
    return Integer.parseInt(digits, start, end, 10);
  }
}
