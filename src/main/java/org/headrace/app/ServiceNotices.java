package org.headrace.app;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd that the service is ready, and from time to time that it is well. Java cannot speak
 * to systemd's socket, so {@code systemd-notify} does.
 *
 * @see <a href="https://www.freedesktop.org/software/systemd/man/sd_notify.html">sd_notify</a>
 */
final class ServiceNotices implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceNotices.class);

  private final boolean wanted;
  private final Optional<Thread> watch;

  private ServiceNotices(boolean wanted, Optional<Thread> watch) {
    this.wanted = wanted;
    this.watch = watch;
  }

  /**
   * Says that the service is ready. Where no systemd wants to know, nothing is done.
   *
   * @param well asked before each sign of life
   */
  static ServiceNotices ready(Map<String, String> environment, BooleanSupplier well) {
    boolean wanted = !environment.getOrDefault("NOTIFY_SOCKET", "").isEmpty();
    if (!wanted) {
      return new ServiceNotices(false, Optional.empty());
    }
    say("READY=1");
    Optional<Thread> watch =
        distance(environment)
            .map(every -> Thread.ofVirtual().name("watchdog").start(() -> watch(every, well)));
    return new ServiceNotices(true, watch);
  }

  /** Says that the files are being read again, or have been. */
  void reloaded() {
    if (wanted) {
      say("RELOADING=1", "MONOTONIC_USEC=" + System.nanoTime() / 1000);
      say("READY=1");
    }
  }

  @Override
  public void close() {
    watch.ifPresent(Thread::interrupt);
    if (wanted) {
      say("STOPPING=1");
    }
  }

  /** Half of what systemd waits. */
  private static Optional<Duration> distance(Map<String, String> environment) {
    try {
      long micros = Long.parseLong(environment.getOrDefault("WATCHDOG_USEC", "0"));
      return micros > 0 ? Optional.of(Duration.ofNanos(micros * 500)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static void watch(Duration every, BooleanSupplier well) {
    try {
      while (true) {
        Thread.sleep(every);
        if (well.getAsBoolean()) {
          say("WATCHDOG=1");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(String... words) {
    List<String> command = new ArrayList<>(List.of("systemd-notify"));
    command.addAll(List.of(words));
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      LOG.debug("systemd cannot be told", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
