package org.headrace.push;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.headrace.model.PostOutcome;
import org.headrace.model.Standing;
import org.headrace.model.Subscription;
import org.headrace.model.Subscription.State;

/** Decides when a hub is asked again, and when it is no longer relied upon. Pure. */
public final class LeasePlan {
  /** What a hub is asked for; how long it sends is the hub's to say. */
  public static final Duration WANTED = Duration.ofDays(10);

  private static final Duration LONGEST = Duration.ofDays(30);
  private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** So often a hub is told that it need send no more. */
  private static final int FAREWELLS = 3;

  private LeasePlan() {}

  /** After the hub was asked to send, and before it has called back. */
  public static Standing asked(Subscription subscription, PostOutcome outcome, Instant now) {
    boolean holds =
        subscription.state() == State.VERIFIED
            && subscription.lease().filter(now::isBefore).isPresent();
    State state = holds ? State.VERIFIED : State.ASKED;
    return switch (outcome) {
      case PostOutcome.Taken taken ->
          later(subscription, state, backedOff(HOUR, subscription), now);
      case PostOutcome.Failed failed -> {
        Duration own = backedOff(QUARTER_HOUR, subscription);
        Duration asked = shorter(failed.retryAfter().orElse(own), DAY);
        yield later(subscription, state, asked.compareTo(own) > 0 ? asked : own, now);
      }
      case PostOutcome.Refused refused -> refused(subscription, now);
    };
  }

  /**
   * After the hub has called back, and we have agreed.
   *
   * @param lease how long it will send; empty if it does not say
   */
  public static Standing verified(Optional<Duration> lease, Instant now) {
    Duration sends = shorter(lease.orElse(WANTED), LONGEST);
    Duration renewal = sends.multipliedBy(3).dividedBy(4);
    Duration wait = renewal.compareTo(QUARTER_HOUR) < 0 ? QUARTER_HOUR : renewal;
    return new Standing(State.VERIFIED, Optional.of(now.plus(sends)), now.plus(wait), 0);
  }

  /** After the hub has said that it does not want to. */
  public static Standing refused(Subscription subscription, Instant now) {
    Duration wait = shorter(DAY.multipliedBy(1L << Math.min(subscription.failures(), 5)), LONGEST);
    return later(subscription, State.REFUSED, wait, now);
  }

  /** After the hub was told to stop; empty if it has been told often enough. */
  public static Optional<Standing> left(Subscription subscription, Instant now) {
    boolean sends = subscription.lease().filter(now::isBefore).isPresent();
    return sends && subscription.failures() + 1 < FAREWELLS
        ? Optional.of(later(subscription, State.GONE, backedOff(HOUR, subscription), now))
        : Optional.empty();
  }

  /** Whatever the wait, the end of a lease is not missed. */
  private static Standing later(
      Subscription subscription, State state, Duration wait, Instant now) {
    Instant at = now.plus(wait);
    Instant due =
        state == State.VERIFIED
            ? subscription.lease().filter(end -> end.isBefore(at)).orElse(at)
            : at;
    return new Standing(state, subscription.lease(), due, subscription.failures() + 1);
  }

  /** {@code first} after the first failure, doubled with each further one, up to a day. */
  private static Duration backedOff(Duration first, Subscription subscription) {
    return shorter(first.multipliedBy(1L << Math.min(subscription.failures(), 10)), DAY);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
