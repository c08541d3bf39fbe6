package org.headrace.pipeline;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.headrace.model.HubOffer;
import org.headrace.model.PollOutcome;
import org.headrace.model.Validators;
import org.headrace.schedule.PollMemory;
import org.headrace.store.PolledEntry;

/**
 * What a server's answer means for the source.
 *
 * @param entries of the document, in its order; empty if none came
 * @param partial true if the document held only what is new
 * @param hub what the document says about who sends its news; empty if it names nobody
 */
record PollAnswer(
    PollOutcome outcome,
    List<PolledEntry> entries,
    boolean partial,
    PollMemory memory,
    Optional<HubOffer> hub) {

  /** True if a whole document came: what it does not name is not there. */
  boolean isWhole() {
    return outcome instanceof PollOutcome.Changed && !partial;
  }

  /** No document came. */
  static PollAnswer without(PollOutcome outcome, Validators validators) {
    return without(outcome, validators, Optional.empty());
  }

  /** No document came, but perhaps word of where it is for good. */
  static PollAnswer without(PollOutcome outcome, Validators validators, Optional<URI> moved) {
    PollMemory memory =
        new PollMemory(validators, 0, moved, Optional.empty(), PollWords.of(outcome));
    return new PollAnswer(outcome, List.of(), false, memory, Optional.empty());
  }
}
