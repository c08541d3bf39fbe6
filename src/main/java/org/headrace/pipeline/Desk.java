package org.headrace.pipeline;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.headrace.model.Page;
import org.headrace.parse.UnreadableFeedException;

/**
 * Where documents are read. To read is to compute, and a virtual thread that computes keeps its
 * processor until it is done: a few hostile documents would stop every fetch. So they are read on
 * threads that the system interrupts, and large ones only a few at a time, which bounds the memory
 * too. There is one desk for the process, as there is one set of processors.
 */
final class Desk {
  /** Bytes from which on a document is large. */
  private static final int LARGE = 300_000;

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final long STACK = 4L << 20;

  private static final ExecutorService SMALL_ONES =
      threads("reads-small-", Math.max(4, 2 * PROCESSORS));
  private static final ExecutorService LARGE_ONES =
      threads("reads-large-", Math.max(1, PROCESSORS / 2));

  private Desk() {}

  /**
   * Does {@code work} here and waits for it.
   *
   * @param bytes size of the document
   */
  static <T> T read(long bytes, Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, bytes < LARGE ? SMALL_ONES : LARGE_ONES).join();
    } catch (CompletionException failed) {
      throw unwrapped(failed);
    }
  }

  /** How a document is read that may be something else. */
  @FunctionalInterface
  interface Reading<T> {
    T of(Page page) throws UnreadableFeedException;
  }

  /**
   * Reads a page here and waits for it.
   *
   * @throws UnreadableFeedException if {@code reading} does
   */
  static <T> T parse(Page page, Reading<T> reading) throws UnreadableFeedException {
    Supplier<T> work =
        () -> {
          try {
            return reading.of(page);
          } catch (UnreadableFeedException e) {
            throw new CompletionException(e);
          }
        };
    try {
      return read(page.body().length, work);
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof UnreadableFeedException unreadable) {
        throw unreadable;
      }
      throw failed;
    }
  }

  private static RuntimeException unwrapped(CompletionException failed) {
    if (failed.getCause() instanceof Error error) {
      throw error;
    }
    return failed.getCause() instanceof RuntimeException fault ? fault : failed;
  }

  private static ExecutorService threads(String name, int number) {
    return Executors.newFixedThreadPool(
        number, Thread.ofPlatform().daemon().name(name, 1).stackSize(STACK).factory());
  }
}
