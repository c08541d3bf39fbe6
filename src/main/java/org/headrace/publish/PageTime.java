package org.headrace.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as pages show them: UTC, in English, the same for everybody. */
public final class PageTime {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private PageTime() {}

  /** "Monday, 23 November 2026". */
  public static String day(Instant instant) {
    return DAY.format(instant.atOffset(ZoneOffset.UTC));
  }

  /** "14:20". */
  public static String clock(Instant instant) {
    return CLOCK.format(instant.atOffset(ZoneOffset.UTC));
  }

  /** "23 November 2026, 14:20". */
  public static String full(Instant instant) {
    return FULL.format(instant.atOffset(ZoneOffset.UTC));
  }
}
