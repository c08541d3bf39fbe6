package org.headrace.model;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a source between two polls.
 *
 * @param validators to send with the next request
 * @param bodyHash of the last body; 0 if there was none
 * @param interval the wait chosen last; empty before the first poll
 * @param polled when it was last asked
 * @param changed when it last had news
 * @param failures polls in a row that gave no feed
 * @param words what the operator is told of the last poll; empty before the first
 * @param feed where the feed of a site was found; empty if the source's own address is asked
 */
public record PollState(
    Validators validators,
    long bodyHash,
    Optional<Duration> interval,
    Optional<Instant> polled,
    Optional<Instant> changed,
    int failures,
    String words,
    Optional<URI> feed) {
  /** A source that was never asked. */
  public static final PollState NEW =
      new PollState(
          Validators.NONE, 0, Optional.empty(), Optional.empty(), Optional.empty(), 0, "");

  /** The state of a source whose own address is asked. */
  public PollState(
      Validators validators,
      long bodyHash,
      Optional<Duration> interval,
      Optional<Instant> polled,
      Optional<Instant> changed,
      int failures,
      String words) {
    this(validators, bodyHash, interval, polled, changed, failures, words, Optional.empty());
  }
}
