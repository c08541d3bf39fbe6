package org.headrace.schedule;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * The times of a cron expression in Quartz syntax (seconds first), by the clock on the wall of a
 * zone. A time that a clock change skips comes as much later as the clock jumps; one that a clock
 * change repeats comes once, the first time.
 */
public final class CronTimes {
  private static final int MOST_REPEATED = 5_000;

  private CronTimes() {}

  /** What is wrong with an expression, for the operator; empty if it can be used. */
  public static Optional<String> fault(String expression) {
    try {
      new CronExpression(expression);
      return Optional.empty();
    } catch (ParseException e) {
      return Optional.of(Optional.ofNullable(e.getMessage()).orElse("cannot be read"));
    }
  }

  /** The first time after {@code now}; empty if there is none or the expression is faulty. */
  static Optional<Instant> after(String expression, ZoneId zone, Instant now) {
    try {
      CronExpression cron = new CronExpression(expression);
      cron.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
      return after(cron, zone, now);
    } catch (ParseException faulty) {
      return Optional.empty();
    }
  }

  /** Reckons with the wall clock as if it were UTC, which knows no clock changes. */
  private static Optional<Instant> after(CronExpression cron, ZoneId zone, Instant now) {
    LocalDateTime wall = LocalDateTime.ofInstant(now, zone);
    for (int i = 0; i < MOST_REPEATED; i++) {
      Date next = cron.getNextValidTimeAfter(Date.from(wall.toInstant(ZoneOffset.UTC)));
      if (next == null) {
        return Optional.empty();
      }
      wall = LocalDateTime.ofInstant(next.toInstant(), ZoneOffset.UTC);
      Instant found = wall.atZone(zone).toInstant();
      if (found.isAfter(now)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
