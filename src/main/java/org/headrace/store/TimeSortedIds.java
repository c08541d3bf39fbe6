package org.headrace.store;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of 63 bits that rise with time: 42 bits of milliseconds (good until the year 2109), then 21
 * that begin at random and count up. Rising ids keep what is new together on disk.
 *
 * <p>Within one process none comes twice. Two nodes may, rarely, make the same one in the same
 * millisecond; the primary key then refuses the second, and its transaction is done again.
 */
final class TimeSortedIds {
  private static final int RANDOM_BITS = 21;

  private final AtomicLong last = new AtomicLong();

  /** No id made from {@code moment} on is smaller. */
  static long first(Instant moment) {
    return Math.max(0, Millis.of(moment)) << RANDOM_BITS;
  }

  /** When {@code id} was made. */
  static Instant time(long id) {
    return Instant.ofEpochMilli(id >>> RANDOM_BITS);
  }

  long next(Instant now) {
    long millis = Math.max(0, Millis.of(now)) & (Long.MAX_VALUE >> RANDOM_BITS);
    // the highest bit stays free, so that counting up has room before the next millisecond
    long random = ThreadLocalRandom.current().nextLong(1L << (RANDOM_BITS - 1));
    long fresh = (millis << RANDOM_BITS) | random;
    return last.updateAndGet(before -> Math.max(before + 1, fresh));
  }
}
