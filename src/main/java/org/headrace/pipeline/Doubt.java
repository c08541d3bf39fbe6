package org.headrace.pipeline;

import java.time.Duration;
import java.time.Instant;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.Validators;

/**
 * Servers exist that call everything unchanged, whatever happened. So a source that has long had no
 * news is asked for all of it once a week, at a time of week of its own. Pure.
 */
final class Doubt {
  private static final long WEEK = Duration.ofDays(7).toMillis();
  private static final Duration LONG = Duration.ofDays(2);

  private Doubt() {}

  /** What to ask {@code source} with at {@code now}. */
  static Validators validators(Source source, PollState state, Instant now) {
    boolean newWeek =
        state.polled().isPresent() && week(source, state.polled().get()) < week(source, now);
    Instant changed = state.changed().orElse(Instant.EPOCH);
    return newWeek && changed.plus(LONG).isBefore(now) ? Validators.NONE : state.validators();
  }

  private static long week(Source source, Instant at) {
    long shift = Math.floorMod(source.id().value(), WEEK);
    return Math.floorDiv(at.toEpochMilli() + shift, WEEK);
  }
}
