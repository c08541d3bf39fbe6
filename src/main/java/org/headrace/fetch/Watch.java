package org.headrace.fetch;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The watch over one connection: knows its sockets, closes them when the time is over. */
final class Watch implements AutoCloseable {
  private final Budget budget;
  private final Consumer<Watch> whenClosed;
  private final long started = System.nanoTime();
  private final ReentrantLock lock = new ReentrantLock();
  private final List<MeteredSocket> sockets = new ArrayList<>();
  private @Nullable Future<?> expiry;
  private volatile boolean expired;

  Watch(Budget budget, Consumer<Watch> whenClosed) {
    this.budget = budget;
    this.whenClosed = whenClosed;
  }

  void expireWith(Future<?> timed) {
    expiry = timed;
  }

  /** A socket under this watch, that takes in {@code head} bytes until {@link #allow}. */
  Socket socket(long head) throws IOException {
    lock.lock();
    try {
      check();
      MeteredSocket socket = new MeteredSocket(head);
      sockets.add(socket);
      return socket;
    } finally {
      lock.unlock();
    }
  }

  /** Lets that many more bytes in. */
  void allow(long bytes) {
    lock.lock();
    try {
      sockets.forEach(socket -> socket.allow(bytes));
    } finally {
      lock.unlock();
    }
  }

  Duration left() {
    return budget.left().minusNanos(Math.min(spent(), budget.left().toNanos()));
  }

  boolean isExpired() {
    return expired;
  }

  /**
   * @throws SocketTimeoutException if the time is over
   */
  void check() throws SocketTimeoutException {
    if (expired) {
      throw new SocketTimeoutException("time is over");
    }
  }

  void expire() {
    expired = true;
    closeSockets();
  }

  @Override
  public void close() {
    budget.spend(spent());
    if (expiry != null) {
      expiry.cancel(false);
    }
    whenClosed.accept(this);
    closeSockets();
  }

  private void closeSockets() {
    lock.lock();
    try {
      sockets.forEach(Watch::closeQuietly);
    } finally {
      lock.unlock();
    }
  }

  private long spent() {
    return System.nanoTime() - started;
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // what is closed cannot be closed better
    }
  }
}
