package org.headrace.pipeline;

import org.headrace.model.PollOutcome;

/** Says in a few words what came of a poll. */
public final class PollWords {
  private PollWords() {}

  /** Such as "3 new of 20" or the reason why there is nothing. */
  public static String of(PollOutcome outcome) {
    return switch (outcome) {
      case PollOutcome.Changed changed ->
          changed.fresh() + " new of " + (changed.fresh() + changed.known());
      case PollOutcome.Unchanged unchanged -> "unchanged";
      case PollOutcome.Postponed postponed -> postponed.reason();
      case PollOutcome.Gone gone -> gone.reason();
      case PollOutcome.Blocked blocked -> blocked.reason();
      case PollOutcome.Failed failed -> failed.reason();
    };
  }
}
