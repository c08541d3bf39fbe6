package org.headrace.model;

import java.time.Duration;
import java.util.Optional;

/** What came of asking a source for its feed. Each outcome is expected, so none is an exception. */
public sealed interface PollOutcome {
  /**
   * A feed came that differs from last time.
   *
   * @param fresh entries never seen before
   * @param known entries seen before
   * @param rhythm how often it has news, by the dates of its entries; empty if they have none
   */
  record Changed(
      int fresh, int known, PollHints hints, Optional<Duration> keepFor, Optional<Rhythm> rhythm)
      implements PollOutcome {}

  /** HTTP 304, or the same bytes as last time. */
  record Unchanged(Optional<Duration> keepFor) implements PollOutcome {}

  /** The server asks to wait. {@code retryAfter} is empty if it named no time. */
  record Postponed(Optional<Duration> retryAfter, String reason) implements PollOutcome {}

  /** HTTP 410: not to be asked again. */
  record Gone(String reason) implements PollOutcome {}

  /** Not let in. */
  record Blocked(String reason) implements PollOutcome {}

  /** No feed could be had. {@code reason} is written for the operator. */
  record Failed(String reason) implements PollOutcome {}
}
