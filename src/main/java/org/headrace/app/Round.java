package org.headrace.app;

import java.time.Duration;

/** Waits until nothing is left to do for now. */
public final class Round {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int QUIET_LOOKS = 3;

  private Round() {}

  /** Returns when the program has had nothing to do for some looks, or was asked to stop. */
  public static void await(Program program, Until stopped) throws InterruptedException {
    int quiet = 0;
    while (quiet < QUIET_LOOKS && !stopped.isAsked()) {
      Thread.sleep(LOOK);
      quiet = program.idle() ? quiet + 1 : 0;
    }
  }
}
