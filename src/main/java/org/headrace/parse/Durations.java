package org.headrace.parse;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Reads how long a recording is: seconds, {@code mm:ss}, {@code h:mm:ss}, or ISO 8601. */
final class Durations {
  private Durations() {}

  /** Empty if {@code written} is no duration. */
  static Optional<Duration> read(String written) {
    String text = written.strip().toUpperCase(Locale.ROOT);
    try {
      if (text.startsWith("P")) {
        return Optional.of(Duration.parse(text)).filter(Durations::isSensible);
      }
      long seconds = 0;
      for (String part : text.split(":", -1)) {
        seconds = Math.addExact(Math.multiplyExact(seconds, 60), (long) Double.parseDouble(part));
      }
      return Optional.of(Duration.ofSeconds(seconds)).filter(Durations::isSensible);
    } catch (NumberFormatException | ArithmeticException | DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isSensible(Duration duration) {
    return !duration.isNegative() && duration.compareTo(Duration.ofDays(3650)) < 0;
  }
}
