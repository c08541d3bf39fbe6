package org.headrace.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.headrace.fetch.HostTurns.Admission.Granted;
import org.headrace.fetch.HostTurns.Admission.Resting;
import org.headrace.fetch.HostTurns.Turn;
import org.junit.jupiter.api.Test;

class LocalHostTurnsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void one_at_a_time_and_never_too_soon_after_another() throws InterruptedException {
    Duration gap = Duration.ofMillis(20);
    LocalHostTurns turns = new LocalHostTurns(gap, 64);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ConcurrentLinkedQueue<Long> starts = new ConcurrentLinkedQueue<>();
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(
          Thread.startVirtualThread(
              () -> {
                Turn turn = take(turns, "mill.example");
                starts.add(System.nanoTime());
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                inside.decrementAndGet();
                turn.close();
              }));
    }
    for (Thread thread : all) {
      thread.join();
    }
    List<Long> order = List.copyOf(starts);
    assertEquals(8, order.size());
    assertEquals(1, most.get());
    for (int i = 1; i < order.size(); i++) {
      assertTrue(order.get(i) - order.get(i - 1) >= gap.toNanos());
    }
  }

  @Test
  void hosts_do_not_wait_for_each_other() {
    LocalHostTurns turns = new LocalHostTurns(Duration.ofHours(1), 64);
    Turn mill = take(turns, "mill.example");
    Turn weir = take(turns, "weir.example");
    assertEquals(2, turns.remembered());
    mill.close();
    weir.close();
  }

  @Test
  void only_so_many_at_once_over_all_hosts() throws InterruptedException {
    LocalHostTurns turns = new LocalHostTurns(Duration.ZERO, 3);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String host = "mill" + i + ".example";
      all.add(
          Thread.startVirtualThread(
              () -> {
                Turn turn = take(turns, host);
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.yield();
                inside.decrementAndGet();
                turn.close();
              }));
    }
    for (Thread thread : all) {
      thread.join();
    }
    assertTrue(most.get() <= 3);
  }

  @Test
  void whoever_would_wait_too_long_is_told_for_how_long() throws InterruptedException {
    LocalHostTurns turns = new LocalHostTurns(Duration.ZERO, 64);
    try (Turn turn = take(turns, "mill.example")) {
      turn.rest(Duration.ofHours(2));
      turn.rest(Duration.ofMinutes(1));
    }
    Resting resting = assertInstanceOf(Resting.class, turns.take("mill.example", PATIENCE));
    assertTrue(resting.left().compareTo(Duration.ofMinutes(119)) > 0);
    assertInstanceOf(Resting.class, turns.take("mill.example", PATIENCE));
  }

  @Test
  void those_in_line_are_told_too() throws InterruptedException {
    LocalHostTurns turns = new LocalHostTurns(Duration.ZERO, 64);
    CountDownLatch told = new CountDownLatch(3);
    Turn turn = take(turns, "mill.example");
    for (int i = 0; i < 3; i++) {
      Thread.startVirtualThread(
          () -> {
            try {
              assertInstanceOf(Resting.class, turns.take("mill.example", PATIENCE));
              told.countDown();
            } catch (InterruptedException stopped) {
              Thread.currentThread().interrupt();
            }
          });
    }
    turn.rest(Duration.ofHours(2));
    turn.close();
    told.await();
  }

  @Test
  void rested_hosts_are_forgotten() {
    LocalHostTurns turns = new LocalHostTurns(Duration.ZERO, 64);
    for (int i = 0; i < 5000; i++) {
      take(turns, "mill" + i + ".example").close();
    }
    assertEquals(0, turns.remembered());
  }

  @Test
  void not_even_resting_hosts_fill_the_memory() {
    LocalHostTurns turns = new LocalHostTurns(Duration.ofDays(1), 64);
    for (int i = 0; i < 30_000; i++) {
      take(turns, "mill" + i + ".example").close();
    }
    assertTrue(turns.remembered() <= 21_024);
  }

  @Test
  void one_who_gives_up_waiting_leaves_the_line() throws InterruptedException {
    LocalHostTurns turns = new LocalHostTurns(Duration.ZERO, 64);
    Turn turn = take(turns, "mill.example");
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> turns.take("mill.example", PATIENCE));
    turn.close();
    take(turns, "mill.example").close();
    assertEquals(0, turns.remembered());
  }

  private static Turn take(LocalHostTurns turns, String host) {
    try {
      return assertInstanceOf(Granted.class, turns.take(host, PATIENCE)).turn();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
