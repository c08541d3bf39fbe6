package org.headrace.fetch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends requests whose time is over, by closing their sockets: the one thing that always works. */
final class Watchdog implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("fetch-watchdog").factory());
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

  Watchdog() {
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Watches one connection until it is closed or the budget is spent. */
  Watch watch(Budget budget) {
    Watch watch = new Watch(budget, watches::remove);
    watches.add(watch);
    try {
      watch.expireWith(
          timer.schedule(watch::expire, budget.left().toNanos(), TimeUnit.NANOSECONDS));
    } catch (RejectedExecutionException closed) {
      watch.expire();
    }
    return watch;
  }

  /** Ends all that is under way. */
  @Override
  public void close() {
    timer.shutdownNow();
    watches.forEach(Watch::expire);
  }
}
