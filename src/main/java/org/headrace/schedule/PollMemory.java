package org.headrace.schedule;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.headrace.model.NextPoll;
import org.headrace.model.PollHints;
import org.headrace.model.PollOutcome;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.Validators;

/**
 * What is remembered of a source after a poll.
 *
 * @param validators to send with the next request
 * @param bodyHash of the body that came; 0 if none did
 * @param moved where the answer came from, if every redirect to there was 301 or 308
 * @param foundAt where the feed of a site was found just now; empty if it was not sought
 * @param words what the operator is told
 */
public record PollMemory(
    Validators validators,
    long bodyHash,
    Optional<URI> moved,
    Optional<URI> foundAt,
    String words) {

  /** The state after {@code outcome}, upon which {@code next} was decided. */
  public PollState after(
      Source source,
      PollState before,
      PollOutcome outcome,
      NextPoll next,
      Instant now,
      PollSettings settings) {
    boolean news = outcome instanceof PollOutcome.Changed changed && changed.fresh() > 0;
    boolean fails = fails(outcome);
    return new PollState(
        validators,
        bodyHash != 0 ? bodyHash : before.bodyHash(),
        Optional.of(next.interval()),
        Optional.of(now),
        news ? Optional.of(now) : before.changed(),
        fails ? before.failures() + 1 : 0,
        words,
        foundAt.or(before::feed),
        hints(before, outcome),
        Learning.rhythm(before, outcome, now, settings),
        foundAt.isPresent() ? Optional.empty() : Moves.after(source, before, outcome, moved, now),
        fails ? before.failing().or(() -> Optional.of(now)) : Optional.empty(),
        news ? Optional.empty() : before.pushed());
  }

  /** True if no feed came. A server that names a time at which it will answer is well. */
  private static boolean fails(PollOutcome outcome) {
    return switch (outcome) {
      case PollOutcome.Changed changed -> false;
      case PollOutcome.Unchanged unchanged -> false;
      case PollOutcome.Postponed postponed -> postponed.retryAfter().isEmpty();
      case PollOutcome.Gone gone -> true;
      case PollOutcome.Blocked blocked -> true;
      case PollOutcome.Failed failed -> true;
    };
  }

  /** An answer without a body takes nothing back. */
  private static Optional<PollHints> hints(PollState before, PollOutcome outcome) {
    return outcome instanceof PollOutcome.Changed changed
        ? Optional.of(changed.hints())
        : before.hints();
  }
}
