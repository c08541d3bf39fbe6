package org.headrace.pipeline;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.headrace.store.StoreException;

/** Renews a lease at half-time for as long as the work goes on. */
final class LeaseKeeper implements AutoCloseable {
  private final Thread thread;

  private LeaseKeeper(Thread thread) {
    this.thread = thread;
  }

  /**
   * Begins to call {@code renew} every half {@code lease}; ends when that says no. A store that
   * cannot be asked has not said no; it will, if somebody else has claimed meanwhile.
   */
  static LeaseKeeper hold(Duration lease, BooleanSupplier renew) {
    Runnable keep =
        () -> {
          try {
            do {
              Thread.sleep(lease.dividedBy(2));
            } while (isHeld(renew));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    return new LeaseKeeper(Thread.ofVirtual().name("lease").start(keep));
  }

  private static boolean isHeld(BooleanSupplier renew) {
    try {
      return renew.getAsBoolean();
    } catch (StoreException e) {
      return true;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
