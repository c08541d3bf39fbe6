package org.headrace.config;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.headrace.model.Quiet;

/** Spans of the day as people write them: {@code 23:00-06:00}. */
final class QuietTimes {
  private static final Pattern SPAN =
      Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])");
  private static final Pattern LOOSE =
      Pattern.compile(
          "\\s*([0-9]{1,2})(?:[:.h]([0-9]{2}))?\\D{1,6}?([0-9]{1,2})(?:[:.h]([0-9]{2}))?\\s*");

  private QuietTimes() {}

  /** Empty if {@code text} is no such span, or one that ends when it begins. */
  static Optional<Quiet> of(String text, ZoneId zone) {
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      return Optional.empty();
    }
    LocalTime from = LocalTime.of(number(span, 1), number(span, 2));
    LocalTime until = LocalTime.of(number(span, 3), number(span, 4));
    return from.equals(until) ? Optional.empty() : Optional.of(new Quiet(from, until, zone));
  }

  /** What was probably meant; empty if that cannot be told. */
  static String correction(String text) {
    Matcher loose = LOOSE.matcher(text);
    if (!loose.matches()) {
      return "";
    }
    String meant =
        "%02d:%02d-%02d:%02d"
            .formatted(
                number(loose, 1) % 24, number(loose, 2), number(loose, 3) % 24, number(loose, 4));
    return SPAN.matches(meant) ? meant : "";
  }

  private static int number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
