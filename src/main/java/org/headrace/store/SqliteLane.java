package org.headrace.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Threads of their own that do the work of others on SQLite connections, one each. SQLite's native
 * calls would hold the carrier of a virtual thread; here they hold only their own thread.
 *
 * <p>What waits at the same time is done in one transaction, each piece behind a savepoint: one
 * commit, one write to the disk, for all of it.
 */
final class SqliteLane implements AutoCloseable {
  private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private final int group;
  private boolean closed;

  /**
   * @param seats a thread for each; the lane closes them
   * @param group how much is done in one transaction at most
   */
  SqliteLane(String name, List<SqliteSeat> seats, int group) {
    this.group = group;
    for (SqliteSeat seat : seats) {
      threads.add(
          Thread.ofPlatform()
              .name("store-" + name + "-" + threads.size())
              .daemon()
              .start(() -> work(seat)));
    }
  }

  /** Has {@code work} done and waits for it, even if interrupted: it is short. */
  <T> T run(Function<Handle, T> work) {
    if (threads.contains(Thread.currentThread())) {
      throw new IllegalStateException("the store is asked from within its own transaction");
    }
    Job<T> job = new Job<>(work);
    submit(job);
    try {
      return job.done.join();
    } catch (CompletionException e) {
      throw Failures.of(e.getCause() == null ? e : e.getCause());
    }
  }

  private synchronized void submit(Job<?> job) {
    if (closed) {
      throw new StoreException("The store is closed.");
    }
    queue.add(job);
  }

  private void work(SqliteSeat seat) {
    try (seat) {
      while (true) {
        List<Job<?>> jobs = take();
        List<Job<?>> real = jobs.stream().filter(job -> job != Job.STOP).toList();
        if (!real.isEmpty()) {
          transact(seat, real);
        }
        if (real.size() < jobs.size()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  /** What waits; ends with the first {@link Job#STOP}, which only one thread must take. */
  private List<Job<?>> take() throws InterruptedException {
    List<Job<?>> jobs = new ArrayList<>();
    jobs.add(queue.take());
    while (jobs.size() < group && jobs.getLast() != Job.STOP) {
      Job<?> next = queue.poll();
      if (next == null) {
        break;
      }
      jobs.add(next);
    }
    return jobs;
  }

  private static void transact(SqliteSeat seat, List<Job<?>> jobs) {
    try {
      Handle handle = seat.handle();
      Bracket bracket = seat.bracket();
      bracket.open();
      for (Job<?> job : jobs) {
        bracket.mark();
        if (!job.attempt(handle)) {
          bracket.backToMark();
        }
        bracket.unmark();
      }
      bracket.commit();
      jobs.forEach(Job::finish);
    } catch (Throwable e) {
      seat.leave();
      Throwable cause =
          jobs.stream()
              .flatMap(job -> Optional.ofNullable(job.failure).stream())
              .findFirst()
              .orElse(e);
      jobs.forEach(job -> job.fail(cause));
    }
  }

  /** Ends after what was handed in before is done. */
  @Override
  public void close() {
    synchronized (this) {
      if (!closed) {
        closed = true;
        threads.forEach(thread -> queue.add(Job.STOP));
      }
    }
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A piece of work, and who waits for it. */
  private static final class Job<T> {
    static final Job<Boolean> STOP = new Job<>(handle -> true);

    private final Function<Handle, T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    Job(Function<Handle, T> work) {
      this.work = work;
    }

    boolean attempt(Handle handle) {
      try {
        result = work.apply(handle);
        return true;
      } catch (Throwable e) {
        failure = e;
        return false;
      }
    }

    /** Tells the outcome, once it is on disk. */
    void finish() {
      if (failure != null) {
        done.completeExceptionally(failure);
      } else {
        done.complete(result);
      }
    }

    void fail(Throwable of) {
      done.completeExceptionally(failure == null ? of : failure);
    }
  }
}
