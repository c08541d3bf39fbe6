package org.headrace.model;

import java.time.Duration;
import java.time.Instant;

/**
 * When a source is asked again.
 *
 * @param at {@link #NEVER} if it is not asked again
 * @param interval the plan it follows, before spreading; the next decision builds on it
 * @param reason in words for the operator, such as "the server asked to wait until 14:05"
 */
public record NextPoll(Instant at, Duration interval, String reason) {
  /** Later than anything the program will live to see. */
  public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  /** True if it is not asked again. */
  public boolean isNever() {
    return at.equals(NEVER);
  }
}
