package org.headrace.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a feed says about when to come back.
 *
 * @param ttl RSS {@code ttl} or {@code sy:updatePeriod} over {@code sy:updateFrequency}
 * @param skipHours RSS {@code skipHours}, 0 to 23, UTC; empty if none
 * @param skipDays RSS {@code skipDays}, UTC; empty if none
 */
public record PollHints(Optional<Duration> ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
  /** The feed says nothing. */
  public static final PollHints NONE = new PollHints(Optional.empty(), Set.of(), Set.of());

  public PollHints {
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
  }
}
