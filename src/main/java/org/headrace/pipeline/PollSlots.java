package org.headrace.pipeline;

import java.util.concurrent.atomic.AtomicInteger;

/** How many polls may still be begun, so that no host is claimed whose turn would have to wait. */
final class PollSlots {
  private final int all;
  private final AtomicInteger taken = new AtomicInteger();

  PollSlots(int all) {
    this.all = all;
  }

  int free() {
    return Math.max(0, all - taken.get());
  }

  void take(int number) {
    taken.addAndGet(number);
  }

  void giveBack() {
    taken.updateAndGet(now -> Math.max(0, now - 1)); // a route may try the same poll again
  }
}
