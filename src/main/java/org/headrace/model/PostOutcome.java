package org.headrace.model;

import java.time.Duration;
import java.util.Optional;

/** What came of telling a server something. Each outcome is expected, so none is an exception. */
public sealed interface PostOutcome {
  /** HTTP 2xx. */
  record Taken(int status) implements PostOutcome {}

  /** The server does not want it, or must not be asked. {@code reason} is for the operator. */
  record Refused(int status, String reason) implements PostOutcome {}

  /**
   * It may go better later.
   *
   * @param status 0 if no answer came at all
   * @param retryAfter the server's; empty if it gave none
   * @param reason for the operator
   */
  record Failed(int status, Optional<Duration> retryAfter, String reason) implements PostOutcome {}
}
