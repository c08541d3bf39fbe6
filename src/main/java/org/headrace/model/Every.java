package org.headrace.model;

import java.time.Duration;
import java.time.ZoneId;

/** When a source is asked. */
public sealed interface Every {
  /** Learned from how often the source has news. */
  record Auto() implements Every {}

  /** At a fixed distance. */
  record Fixed(Duration interval) implements Every {
    public Fixed {
      if (interval.isNegative() || interval.isZero()) {
        throw new IllegalArgumentException("interval must be longer than nothing: " + interval);
      }
    }
  }

  /** At the times of a cron expression. {@code expression} is in Quartz syntax, checked before. */
  record Cron(String expression, ZoneId zone) implements Every {}
}
