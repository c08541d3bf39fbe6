package org.headrace.parse;

/** What came is no feed, or too broken to be read as one. The message is for the operator. */
public final class UnreadableFeedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /** {@code reason} says what came instead of a feed. */
  public UnreadableFeedException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What came instead of a feed, in words for the operator. */
  public String reason() {
    return reason;
  }
}
