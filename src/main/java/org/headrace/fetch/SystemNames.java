package org.headrace.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the resolver of the operating system. It cannot be interrupted and holds its thread while it
 * waits, so it runs on a few threads of its own: a dead name server must not stop the rest.
 */
final class SystemNames implements Names {
  private static final int THREADS = 64;
  private static final int QUEUE = 4096;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          30,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(QUEUE),
          Thread.ofPlatform().daemon().name("fetch-names-", 1).factory());

  SystemNames() {
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public List<InetAddress> lookUp(String host, Duration patience) throws UnknownHostException {
    Future<InetAddress[]> answer;
    try {
      answer = threads.submit(() -> InetAddress.getAllByName(host));
    } catch (RejectedExecutionException busy) {
      throw new UnknownHostException("too many names are being looked up");
    }
    try {
      return List.of(answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException failed) {
      throw new UnknownHostException(host);
    } catch (TimeoutException late) {
      throw new UnknownHostException("no answer in time");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException("interrupted");
    } finally {
      answer.cancel(false);
    }
  }
}
