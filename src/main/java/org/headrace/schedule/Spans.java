package org.headrace.schedule;

import java.time.Duration;
import java.time.Instant;

/** Lengths of time: compared, doubled, and said in words. */
final class Spans {
  private Spans() {}

  static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** {@code span} doubled {@code times}, but no longer than {@code most}. */
  static Duration doubled(Duration span, int times, Duration most) {
    Duration doubled = shorter(span, most);
    for (int i = 0; i < times && doubled.compareTo(most) < 0; i++) {
      doubled = shorter(doubled.multipliedBy(2), most);
    }
    return doubled;
  }

  /** From one moment to a later one; nothing if the clock went back. */
  static Duration between(Instant from, Instant to) {
    return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
  }

  /** In the largest unit that leaves at least two, rounded: 40 minutes, 3 hours, 2 days. */
  static String words(Duration span) {
    long minutes = Math.round(span.toSeconds() / 60.0);
    if (minutes < 1) {
      return "less than a minute";
    }
    if (minutes < 100) {
      return counted(minutes, "minute");
    }
    long hours = Math.round(minutes / 60.0);
    return hours < 48 ? counted(hours, "hour") : counted(Math.round(hours / 24.0), "day");
  }

  static String counted(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
