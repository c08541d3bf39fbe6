package org.headrace.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads dates that are one row of digits: seconds or milliseconds since 1970, and ISO 8601's basic
 * forms.
 */
final class DigitDate {
  private DigitDate() {}

  /**
   * The instant {@code written} means: digits, or digits as programs wrap them ({@code @...},
   * {@code /Date(...)/}, a fraction of seconds, {@code yyyymmddThhmm} with a zone). Empty if it is
   * anything else.
   */
  static Optional<Instant> in(String written) {
    String bare = unwrapped(written);
    int digits = digits(bare, 0);
    if (digits == bare.length()) {
      return read(bare);
    }
    char next = bare.charAt(digits);
    int more = digits(bare, digits + 1);
    int count = more - digits - 1;
    if (digits == 8 && (next == 'T' || next == 't') && (count == 4 || count == 6)) {
      return basic(bare.substring(0, 8) + bare.substring(9, more), bare.substring(more));
    }
    boolean seconds = digits == 10 && next == '.' && more == bare.length() && count > 0;
    return seconds ? read(bare.substring(0, 10)) : Optional.empty();
  }

  private static String unwrapped(String written) {
    if (written.startsWith("@")) {
      return written.substring(1);
    }
    boolean wrapped = written.startsWith("/Date(") && written.endsWith(")/");
    return wrapped ? written.substring(6, written.length() - 2) : written;
  }

  private static int digits(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static Optional<Instant> basic(String digits, String zone) {
    try {
      ZoneOffset offset = zone.isBlank() ? ZoneOffset.UTC : ZoneOffset.of(zone.strip());
      Instant local = at(date(digits), (digits + "00").substring(0, 14));
      return Optional.of(local.minusSeconds(offset.getTotalSeconds()));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> read(String digits) {
    try {
      return switch (digits.length()) {
        case 4 -> Optional.of(at(LocalDate.of(number(digits, 0, 4), 1, 1)));
        case 7 -> Optional.of(at(LocalDate.ofYearDay(number(digits, 0, 4), number(digits, 4, 7))));
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
