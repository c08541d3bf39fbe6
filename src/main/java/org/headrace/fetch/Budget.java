package org.headrace.fetch;

import java.time.Duration;

/** The time that is left for a request. It runs only while a server is being asked. */
final class Budget {
  private final Duration whole;
  private long leftNanos;

  Budget(Duration whole) {
    this.whole = whole;
    this.leftNanos = whole.toNanos();
  }

  Duration whole() {
    return whole;
  }

  Duration left() {
    return Duration.ofNanos(Math.max(leftNanos, 0));
  }

  void spend(long nanos) {
    leftNanos -= nanos;
  }
}
