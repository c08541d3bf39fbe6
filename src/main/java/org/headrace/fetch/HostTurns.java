package org.headrace.fetch;

import java.time.Duration;

/** Who may ask which host, and when: one request at a time, with a rest after each. */
public interface HostTurns {
  /**
   * Waits in line for a host; first come, first served.
   *
   * @param host a key: addresses that share it are asked one after the other
   * @param patience longest rest of the host to wait for; the line before us does not count
   * @throws InterruptedException if the waiting thread is interrupted
   */
  Admission take(String host, Duration patience) throws InterruptedException;

  /** How long a host still rests; nothing if it may be asked, or is being asked now. */
  Duration rest(String host);

  /** Lets a host rest at least that long from now on. */
  void rest(String host, Duration atLeast);

  /** What came of waiting. */
  sealed interface Admission {
    /** It is our turn, until it is closed. */
    record Granted(Turn turn) implements Admission {}

    /** The host asked to be left alone for longer than we are patient. */
    record Resting(Duration left) implements Admission {}
  }

  /** The right to ask one host. */
  interface Turn extends AutoCloseable {
    /** Lets the host rest at least that long after this turn; the longest word counts. */
    void rest(Duration atLeast);

    /** Gives the turn to the next in line. */
    @Override
    void close();
  }
}
