package org.headrace.fetch;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns within this process. A host that nobody waits for and that has rested is forgotten; idle
 * hosts cost no thread.
 */
public final class LocalHostTurns implements HostTurns {
  private static final int LEAVES_PER_SWEEP = 1024;
  private static final int MOST_RESTING = 20_000;

  private final Waits waits;
  private final Duration gap;
  private final Semaphore everywhere;
  private final ConcurrentHashMap<String, Host> hosts = new ConcurrentHashMap<>();
  private final AtomicInteger leaves = new AtomicInteger();

  /**
   * @param gap least rest of a host after each turn
   * @param atOnce turns at once over all hosts
   */
  public LocalHostTurns(Duration gap, int atOnce) {
    this(gap, atOnce, Waits.REAL);
  }

  LocalHostTurns(Duration gap, int atOnce, Waits waits) {
    this.waits = waits;
    this.gap = gap;
    this.everywhere = new Semaphore(atOnce, true);
  }

  @Override
  public Admission take(String key, Duration patience) throws InterruptedException {
    Host host = join(key);
    boolean granted = false;
    try {
      Admission admission = host.admit(patience);
      granted = admission instanceof Admission.Granted;
      return admission;
    } finally {
      if (!granted) {
        leave(key);
      }
    }
  }

  @Override
  public Duration rest(String key) {
    Host host = hosts.get(key);
    return host == null ? Duration.ZERO : Duration.ofNanos(Math.max(host.restNanos(), 0));
  }

  @Override
  public void rest(String key, Duration atLeast) {
    Host host = join(key);
    host.rest(atLeast);
    leave(key);
  }

  /** Hosts that are remembered now. */
  int remembered() {
    return hosts.size();
  }

  private Host join(String key) {
    return hosts.compute(
        key,
        (same, known) -> {
          Host host = known == null ? new Host(key) : known;
          host.users++;
          return host;
        });
  }

  private void leave(String key) {
    hosts.computeIfPresent(
        key,
        (same, host) -> {
          host.users--;
          return host.isForgettable() ? null : host;
        });
    if (leaves.incrementAndGet() % LEAVES_PER_SWEEP == 0) {
      sweep();
    }
  }

  private void sweep() {
    hosts.keySet().forEach(key -> forgetIf(key, false));
    int tooMany = hosts.size() - MOST_RESTING;
    if (tooMany > 0) {
      hosts.entrySet().stream()
          .sorted(Comparator.comparingLong(entry -> entry.getValue().restNanos()))
          .limit(tooMany)
          .map(Map.Entry::getKey)
          .toList()
          .forEach(key -> forgetIf(key, true));
    }
  }

  private void forgetIf(String key, boolean evenResting) {
    hosts.computeIfPresent(
        key,
        (same, host) -> host.isForgettable() || (evenResting && host.users == 0) ? null : host);
  }

  /** One host and the line before it. */
  private final class Host {
    private final String key;
    private final Semaphore turn = new Semaphore(1, true);

    /** Those in line and the one whose turn it is; touched only inside the map's own updates. */
    private int users;

    private volatile long restsUntil = waits.nanos();

    Host(String key) {
      this.key = key;
    }

    Admission admit(Duration patience) throws InterruptedException {
      turn.acquire();
      boolean granted = false;
      try {
        Duration rest = Duration.ofNanos(Math.max(restNanos(), 0));
        if (rest.compareTo(patience) > 0) {
          return new Admission.Resting(rest);
        }
        waits.sleep(rest);
        everywhere.acquire();
        granted = true;
        return new Admission.Granted(new LocalTurn(this));
      } finally {
        if (!granted) {
          turn.release();
        }
      }
    }

    long restNanos() {
      return restsUntil - waits.nanos();
    }

    /** The longest word counts. */
    synchronized void rest(Duration atLeast) {
      long until = waits.nanos() + atLeast.toNanos();
      restsUntil = until - restsUntil > 0 ? until : restsUntil;
    }

    boolean isForgettable() {
      return users == 0 && restNanos() <= 0;
    }
  }

  /** Used by one thread. */
  private final class LocalTurn implements Turn {
    private final Host host;
    private Duration rest = gap;
    private boolean closed;

    LocalTurn(Host host) {
      this.host = host;
    }

    @Override
    public void rest(Duration atLeast) {
      rest = rest.compareTo(atLeast) < 0 ? atLeast : rest;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        host.rest(rest);
        everywhere.release();
        host.turn.release();
        leave(host.key);
      }
    }
  }
}
