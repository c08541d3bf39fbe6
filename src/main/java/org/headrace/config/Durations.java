package org.headrace.config;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lengths of time as people write them: {@code 30m}, {@code 1h30m}, {@code 7d}, {@code PT30M}. */
final class Durations {
  private static final Pattern PART = Pattern.compile("([0-9]{1,9})(ms|[smhdw])");
  private static final Pattern WHOLE = Pattern.compile("([0-9]{1,9}(ms|[smhdw]))+");
  private static final Pattern NOTHING = Pattern.compile("(0+(ms|[smhdw])?)+");
  private static final Pattern WORDS = Pattern.compile("([0-9]{1,9})\\s*([a-z]+)\\.?");
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("millisecond", "ms"),
          Map.entry("sec", "s"),
          Map.entry("second", "s"),
          Map.entry("min", "m"),
          Map.entry("minute", "m"),
          Map.entry("hr", "h"),
          Map.entry("hour", "h"),
          Map.entry("day", "d"),
          Map.entry("week", "w"),
          Map.entry("s", "s"),
          Map.entry("m", "m"),
          Map.entry("h", "h"),
          Map.entry("d", "d"),
          Map.entry("w", "w"));

  private Durations() {}

  /** Empty if {@code text} is no length of time, or none at all. */
  static Optional<Duration> of(String text) {
    try {
      if (text.startsWith("P")) {
        return Optional.of(Duration.parse(text)).filter(Duration::isPositive);
      }
      if (!WHOLE.matches(text)) {
        return Optional.empty();
      }
      Duration sum = Duration.ZERO;
      for (Matcher part = PART.matcher(text); part.find(); ) {
        sum = sum.plus(length(Long.parseLong(part.group(1)), part.group(2)));
      }
      return Optional.of(sum).filter(Duration::isPositive);
    } catch (RuntimeException e) { // DateTimeParseException, ArithmeticException
      return Optional.empty();
    }
  }

  /**
   * What is wrong with a text that is no length.
   *
   * @param kinds what else it may be, and how it is written
   */
  static String fault(String text, String kinds) {
    return NOTHING.matches(text)
        ? "\"%s\" is no time at all: the least is 1ms".formatted(text)
        : "\"%s\" is %s".formatted(text, kinds);
  }

  /** How {@code text} was probably meant: "30 minutes" is 30m; empty if nobody can know. */
  static String correction(String text) {
    if (NOTHING.matches(text)) {
      return "";
    }
    Matcher words = WORDS.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!words.matches()) {
      return "";
    }
    String unit = words.group(2);
    String known =
        UNITS.get(
            unit.endsWith("s") && unit.length() > 1 ? unit.substring(0, unit.length() - 1) : unit);
    return known == null ? "" : words.group(1) + known;
  }

  private static Duration length(long number, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofDays(Math.multiplyExact(7, number));
    };
  }
}
