package org.headrace.schedule;

import java.time.Duration;

/**
 * How often a source may be asked that is to be asked "auto".
 *
 * @param shortest least time between two polls
 * @param longest most time between two polls, unless the server asks for more
 * @param first time after the first poll, before anything was learned
 */
public record PollSettings(Duration shortest, Duration longest, Duration first) {
  /** Between a quarter of an hour and a day. */
  public static final PollSettings DEFAULT =
      new PollSettings(Duration.ofMinutes(15), Duration.ofDays(1), Duration.ofHours(1));

  public PollSettings {
    if (shortest.isNegative() || shortest.isZero()) {
      throw new IllegalArgumentException("poll.shortest must be longer than nothing: " + shortest);
    }
    if (shortest.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "poll.shortest (%s) is longer than poll.longest (%s)".formatted(shortest, longest));
    }
  }

  /** What the gap between two entries is measured by: one of this length is polled at it. */
  Duration yardstick() {
    return shortest.multipliedBy(2);
  }

  /** The nearest time to {@code wanted} that is allowed. */
  Duration within(Duration wanted) {
    return Spans.shorter(Spans.longer(wanted, shortest), longest);
  }
}
