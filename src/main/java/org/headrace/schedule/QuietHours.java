package org.headrace.schedule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.headrace.model.PollHints;

/**
 * Hours and days at which a feed asks not to be read (RSS 2.0, {@code skipHours} and {@code
 * skipDays}, in UTC).
 */
final class QuietHours {
  private static final int HOURS_OF_A_WEEK = 7 * 24;

  private QuietHours() {}

  /** The first moment from {@code wanted} on that is allowed; {@code wanted} itself if none is. */
  static Instant after(Instant wanted, PollHints hints) {
    ZonedDateTime time = wanted.atZone(ZoneOffset.UTC);
    for (int hour = 0; hour <= HOURS_OF_A_WEEK; hour++) {
      if (!isQuiet(time, hints)) {
        return time.toInstant();
      }
      time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
    }
    return wanted;
  }

  private static boolean isQuiet(ZonedDateTime time, PollHints hints) {
    return hints.skipHours().contains(time.getHour())
        || hints.skipDays().contains(time.getDayOfWeek());
  }
}
