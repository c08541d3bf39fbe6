package org.headrace.manners;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** How a simulated source publishes; sources of a kind differ among themselves. */
enum Kind {
  /** An agency: every few minutes by day, rarely at night. */
  FREQUENT(8, 20, true),
  /** A newspaper: every hour or so by day. */
  HOURLY(40, 120, true),
  /** A magazine: one to three times a day. */
  DAILY(480, 1_440, false),
  /** A blog. */
  WEEKLY(4_000, 14_000, false),
  /** Silent for months. */
  DEAD(30_000, 90_000, false);

  private final int shortest;
  private final int longest;
  private final boolean sleeps;

  /** Mean gaps in minutes. */
  Kind(int shortest, int longest, boolean sleeps) {
    this.shortest = shortest;
    this.longest = longest;
    this.sleeps = sleeps;
  }

  static Kind of(double chance) {
    if (chance < 0.10) {
      return FREQUENT;
    }
    if (chance < 0.32) {
      return HOURLY;
    }
    if (chance < 0.64) {
      return DAILY;
    }
    return chance < 0.86 ? WEEKLY : DEAD;
  }

  /** When entries are published until {@code end}, some of them long before {@code start}. */
  List<Instant> times(Random random, Instant start, Instant end) {
    double gap = shortest + random.nextDouble() * (longest - shortest);
    Instant latest = this == DEAD ? start.minus(Duration.ofDays(90)) : end;
    List<Instant> times = new ArrayList<>();
    Instant at = latest;
    int before = 0;
    while (before < 30) {
      double wait = -Math.log(1 - random.nextDouble()) * gap * (sleeps && atNight(at) ? 8 : 1);
      at = at.minusSeconds(Math.max(60, Math.round(wait * 60)));
      times.add(at);
      before += at.isBefore(start) ? 1 : 0;
    }
    Collections.reverse(times);
    return times;
  }

  private static boolean atNight(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).getHour() < 6;
  }
}
