package org.headrace.app;

import java.time.Duration;
import java.time.Instant;

/** One round: every source that is due is asked once, and what it brought is read and grouped. */
public final class Round {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int QUIET_LOOKS = 3;

  private Round() {}

  /** Returns when the round that begins now is over, or the operator wants to stop. */
  public static void await(Program program, Until stopped) throws InterruptedException {
    Instant start = Instant.now();
    int quiet = 0;
    while (quiet < QUIET_LOOKS && !stopped.isAsked()) {
      Thread.sleep(LOOK);
      quiet = program.done(start) ? quiet + 1 : 0;
    }
  }
}
