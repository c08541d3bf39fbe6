package org.headrace.group;

import java.time.Duration;
import java.time.Instant;
import org.headrace.model.Arrival;

/** When an article was published, if its publisher can be believed. */
final class Times {
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final Duration BEHIND = Duration.ofDays(7);
  private static final double SECONDS_PER_HOUR = 3600;

  private Times() {}

  /** As published; when it was seen, if that is far off. */
  static Instant of(Arrival arrival) {
    Instant seen = arrival.seen();
    return arrival
        .published()
        .filter(published -> !published.isAfter(seen.plus(AHEAD)))
        .filter(published -> !published.isBefore(seen.minus(BEHIND)))
        .orElse(seen);
  }

  static double hoursApart(Instant one, Instant other) {
    return Math.abs(Duration.between(one, other).toSeconds()) / SECONDS_PER_HOUR;
  }
}
