package org.headrace.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does a small piece of work for many callers in one transaction: one journey to the database and
 * one write to its log for all of them. Whoever comes first does it for those who have come by
 * then; while work is plenty he waits a moment for more of them. Each caller goes on when his own
 * piece is kept.
 *
 * @param <I> a piece of work
 * @param <O> what comes of it
 */
final class GroupCommit<I, O> {
  /** Far less than any source's interval, and more than enough to find company. */
  private static final Duration GATHER = Duration.ofMillis(50);

  private final Function<List<I>, List<O>> work;
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Place<I, O>> line = new ArrayDeque<>();
  private boolean led;

  // of the leader alone, who is one at a time and takes over under the lock
  private long lastGroup = System.nanoTime() - GATHER.toNanos();
  private boolean inCompany;

  /** One who waits. {@code told} is true if he has to do the work, false if it is done. */
  private static final class Place<I, O> {
    final I piece;
    final CompletableFuture<Boolean> told = new CompletableFuture<>();
    @Nullable O outcome;

    Place(I piece) {
      this.piece = piece;
    }
  }

  /**
   * @param work does all of a list in one transaction and gives what came of each, in its order
   * @param most pieces in one transaction
   */
  GroupCommit(int most, Function<List<I>, List<O>> work) {
    this.work = work;
    this.most = most;
  }

  /** What came of {@code piece}; empty if the group it was in failed and nothing was changed. */
  Optional<O> run(I piece) {
    Place<I, O> mine = new Place<>(piece);
    lock.lock();
    try {
      line.add(mine);
      if (!led) {
        led = true;
        mine.told.complete(true);
      }
    } finally {
      lock.unlock();
    }
    if (mine.told.join()) {
      lead();
    }
    return Optional.ofNullable(mine.outcome);
  }

  /** Works for the first of the line, whoever calls this among them. */
  private void lead() {
    gather();
    List<Place<I, O>> group = take();
    try {
      List<O> outcomes = work.apply(group.stream().map(place -> place.piece).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).outcome = outcomes.get(i);
      }
    } catch (RuntimeException e) {
      // each of them tries alone, and is told what is wrong with his own
    } finally {
      lastGroup = System.nanoTime();
      inCompany = group.size() > 1;
      next();
      group.forEach(place -> place.told.complete(false));
    }
  }

  /** Nobody who comes alone, or after others who did, is kept waiting. */
  private void gather() {
    if (inCompany && System.nanoTime() - lastGroup < GATHER.toNanos()) {
      try {
        Thread.sleep(GATHER);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private List<Place<I, O>> take() {
    lock.lock();
    try {
      List<Place<I, O>> group = new ArrayList<>();
      while (group.size() < most && !line.isEmpty()) {
        group.add(line.remove());
      }
      return group;
    } finally {
      lock.unlock();
    }
  }

  private void next() {
    lock.lock();
    try {
      led = !line.isEmpty();
      if (led) {
        line.element().told.complete(true);
      }
    } finally {
      lock.unlock();
    }
  }
}
