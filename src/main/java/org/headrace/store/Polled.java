package org.headrace.store;

import java.time.Duration;
import java.util.List;
import org.headrace.model.Move;
import org.headrace.model.NextPoll;
import org.headrace.model.PollState;

/**
 * What a poll brought.
 *
 * @param entries those of the document, in its order; empty if no document came
 * @param state to be remembered until the next poll
 * @param next when this source is asked again
 * @param gap how long the host is left alone
 * @param partial true if the document held only what is new: the others stay listed
 */
public record Polled(
    List<PolledEntry> entries, PollState state, NextPoll next, Duration gap, boolean partial) {
  public Polled {
    entries = List.copyOf(entries);
  }

  /** True if the operator may have to look: no feed came, it has moved, or is asked no more. */
  boolean isTroubled() {
    return state.failing().isPresent()
        || state.move().filter(Move::adopted).isPresent()
        || next.isNever();
  }

  /** With all of a document, or none of it. */
  public Polled(List<PolledEntry> entries, PollState state, NextPoll next, Duration gap) {
    this(entries, state, next, gap, false);
  }
}
