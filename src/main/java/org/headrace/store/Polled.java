package org.headrace.store;

import java.time.Duration;
import java.util.List;
import org.headrace.model.NextPoll;
import org.headrace.model.PollState;

/**
 * What a poll brought.
 *
 * @param entries those of the document, in its order; empty if no document came
 * @param state to be remembered until the next poll
 * @param next when this source is asked again
 * @param gap how long the host is left alone
 */
public record Polled(List<PolledEntry> entries, PollState state, NextPoll next, Duration gap) {
  public Polled {
    entries = List.copyOf(entries);
  }
}
