package org.headrace.fetch;

import java.time.Instant;
import java.util.Optional;
import org.headrace.model.FetchOutcome;
import org.headrace.model.PostOutcome;

/** What an answer to a form means (RFC 9110). Pure. */
final class PostOutcomes {
  private PostOutcomes() {}

  static PostOutcome of(Journey.End end, Instant now) {
    return switch (end) {
      case Journey.End.Stopped stopped -> stopped(stopped.outcome());
      case Journey.End.Reached reached -> reached(reached.answer(), now);
    };
  }

  private static PostOutcome reached(Reply.Answer answer, Instant now) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return new PostOutcome.Taken(status);
    }
    String words = "it answers with HTTP " + status;
    boolean refused = status >= 400 && status < 500 && status != 408 && status != 429;
    return refused
        ? new PostOutcome.Refused(status, words)
        : new PostOutcome.Failed(status, new HttpTimes(answer, now).retryAfter(), words);
  }

  private static PostOutcome stopped(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Blocked blocked ->
          new PostOutcome.Refused(blocked.status(), blocked.reason());
      case FetchOutcome.Failed failed ->
          new PostOutcome.Failed(failed.status(), Optional.empty(), failed.reason());
      case FetchOutcome.Postponed later ->
          new PostOutcome.Failed(later.status(), later.retryAfter(), later.reason());
      case FetchOutcome.Found found -> odd();
      case FetchOutcome.NotModified same -> odd();
      case FetchOutcome.Gone gone -> new PostOutcome.Refused(410, gone.reason());
    };
  }

  /** No journey stops with a document. */
  private static PostOutcome odd() {
    return new PostOutcome.Failed(0, Optional.empty(), "no answer to a form");
  }
}
