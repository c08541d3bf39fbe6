package org.headrace.app.command;

import java.time.Duration;
import java.util.List;
import org.headrace.app.Program;
import org.headrace.app.Until;
import org.headrace.model.Source;

/**
 * The demo's first full round: every source was asked often enough to show what is special about it
 * (an edit, a 304, a plea to wait come with the second answer), and nothing waits to be read.
 */
final class DemoRound {
  private static final int POLLS = 2;
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final int QUIET_LOOKS = 5;

  private DemoRound() {}

  /** False if it did not end within {@code patience} or was interrupted by the operator. */
  static boolean await(
      Program program,
      DemoProgress progress,
      List<Source> sources,
      Duration patience,
      Until stopped)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    int quiet = 0;
    while (quiet < QUIET_LOOKS) {
      if (System.nanoTime() > end || stopped.isAsked()) {
        return false;
      }
      Thread.sleep(LOOK);
      boolean asked =
          sources.stream()
              .allMatch(source -> progress.polls(source.name()) >= POLLS);
      quiet = asked && program.waiting() == 0 ? quiet + 1 : 0;
    }
    return true;
  }
}
