package org.headrace.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a command wait for Ctrl+C or SIGTERM, and the process wait until the command has ended. */
public final class Until implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Until.class);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop");

  private Until() {}

  /** Begins to listen. */
  public static Until stopped() {
    Until until = new Until();
    Runtime.getRuntime().addShutdownHook(until.hook);
    return until;
  }

  /** Waits until the process is asked to stop. */
  public void await() throws InterruptedException {
    asked.await();
  }

  /** True once the process has been asked to stop. */
  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  private void stop() {
    asked.countDown();
    try {
      if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn(
            "not all has stopped within {} s; the rest is left where it is", PATIENCE.toSeconds());
      }
      // A process that ends in order ends well; Java would say that a signal ended it. What did not
      // stop in time costs no more than a crash would: nothing.
      Runtime.getRuntime().halt(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that all is closed. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending already
    }
  }
}
