package org.headrace.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a feed has news.
 *
 * @param newest when the newest entry was published or, where entries have no dates, first seen
 * @param gap the usual time between two entries; longer than nothing
 */
public record Rhythm(Instant newest, Duration gap) {
  public Rhythm {
    if (gap.isNegative() || gap.isZero()) {
      throw new IllegalArgumentException("a gap must be longer than nothing: " + gap);
    }
  }
}
