package org.headrace.model;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of one request. Each outcome is expected, so none is an exception. */
public sealed interface FetchOutcome {

  /**
   * A whole body came.
   *
   * @param partial true if it holds only what is new since {@code validators} (RFC 3229, HTTP 226):
   *     what it leaves out is as it was
   * @param permanent where it moved for good, if every redirect on the way was 301 or 308
   * @param keepFor how long the server says it stays as it is ({@code Cache-Control}, {@code
   *     Expires})
   * @param links of the answer's header, absolute (RFC 8288); empty if it has none
   */
  record Found(
      Page page,
      Validators validators,
      Optional<URI> permanent,
      Optional<Duration> keepFor,
      boolean partial,
      List<Link> links)
      implements FetchOutcome {

    public Found {
      links = List.copyOf(links);
    }

    /** All of a document. */
    public Found(
        Page page, Validators validators, Optional<URI> permanent, Optional<Duration> keepFor) {
      this(page, validators, permanent, keepFor, false, List.of());
    }
  }

  /**
   * HTTP 304.
   *
   * @param validators those to send next time
   * @param permanent as in {@link Found}
   */
  record NotModified(Validators validators, Optional<URI> permanent, Optional<Duration> keepFor)
      implements FetchOutcome {}

  /**
   * HTTP 429 or 503: come back later. {@code retryAfter} is the server's; empty if it gave none.
   */
  record Postponed(int status, Optional<Duration> retryAfter, String reason)
      implements FetchOutcome {}

  /** HTTP 410: gone for good. */
  record Gone(String reason) implements FetchOutcome {}

  /** Not let in: HTTP 401, 403, a bot check, or robots.txt. {@code reason} is for the operator. */
  record Blocked(int status, String reason) implements FetchOutcome {}

  /** Nothing usable came, now. {@code status} is 0 if no answer came at all. */
  record Failed(int status, String reason) implements FetchOutcome {}
}
