package org.headrace.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.headrace.store.StoreException;

/** Asks the store whether it works, and waits for that no longer than those who ask would wait. */
final class StoreProbe {
  private static final Executor THREADS =
      probe -> Thread.ofVirtual().name("store probe").start(probe);

  private final Runnable probe;
  private final Duration patience;
  private CompletableFuture<Optional<String>> asked =
      CompletableFuture.completedFuture(Optional.empty());

  /**
   * A probe of a store.
   *
   * @param probe throws a {@link StoreException} if the store does not work
   */
  StoreProbe(Runnable probe, Duration patience) {
    this.probe = probe;
    this.patience = patience;
  }

  /** Why the store cannot be used; empty if it works. */
  Optional<String> trouble() {
    try {
      return asked().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Optional.of("The store has given no answer for %d s.".formatted(patience.toSeconds()));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("Nobody waited for the store's answer.");
    }
  }

  /** A question that was not answered yet is not asked once more: it would only wait as well. */
  private synchronized CompletableFuture<Optional<String>> asked() {
    if (asked.isDone()) {
      asked = CompletableFuture.supplyAsync(this::answer, THREADS);
    }
    return asked;
  }

  private Optional<String> answer() {
    try {
      probe.run();
      return Optional.empty();
    } catch (StoreException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
