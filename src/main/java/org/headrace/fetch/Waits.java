package org.headrace.fetch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How time passes for those who wait. */
interface Waits {
  /** As it passes for everybody. */
  Waits REAL =
      new Waits() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(time.toNanos());
        }
      };

  /** Nanoseconds since some moment. */
  long nanos();

  /** Waits so long. */
  void sleep(Duration time) throws InterruptedException;
}
