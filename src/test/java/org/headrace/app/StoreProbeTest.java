package org.headrace.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is said of a store that gives no answer. */
class StoreProbeTest {
  private static final Duration SOON = Duration.ofMillis(20);

  private final CountDownLatch silence = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();

  private void ask() {
    asked.incrementAndGet();
    try {
      silence.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_store_that_is_silent_is_told_of_and_asked_once() {
    StoreProbe probe = new StoreProbe(this::ask, SOON);

    assertEquals(Optional.of("The store has given no answer for 0 s."), probe.trouble());
    assertEquals(Optional.of("The store has given no answer for 0 s."), probe.trouble());

    await().until(() -> asked.get() > 0);
    assertEquals(1, asked.get());
  }

  @Test
  void a_store_that_answers_again_is_well() {
    StoreProbe probe = new StoreProbe(this::ask, SOON);
    probe.trouble();

    silence.countDown();

    await().until(() -> probe.trouble().isEmpty());
  }
}
