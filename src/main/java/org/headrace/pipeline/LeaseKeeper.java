package org.headrace.pipeline;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Renews a lease at half-time for as long as the work goes on. */
final class LeaseKeeper implements AutoCloseable {
  private final Thread thread;

  private LeaseKeeper(Thread thread) {
    this.thread = thread;
  }

  /** Begins to call {@code renew} every half {@code lease}; ends when that says no. */
  static LeaseKeeper hold(Duration lease, BooleanSupplier renew) {
    Runnable keep =
        () -> {
          try {
            do {
              Thread.sleep(lease.dividedBy(2));
            } while (renew.getAsBoolean());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    return new LeaseKeeper(Thread.ofVirtual().name("lease").start(keep));
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
