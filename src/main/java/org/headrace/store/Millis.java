package org.headrace.store;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Instants as the store keeps them: milliseconds since 1970 UTC. */
final class Millis {
  private Millis() {}

  /** Instants beyond what fits become the furthest that does. */
  static long of(Instant at) {
    try {
      return at.toEpochMilli();
    } catch (ArithmeticException e) {
      return at.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /** {@code wait} after {@code now}. */
  static long after(Instant now, Duration wait) {
    try {
      return of(now.plus(wait));
    } catch (ArithmeticException | DateTimeException e) {
      return wait.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
