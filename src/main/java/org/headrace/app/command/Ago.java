package org.headrace.app.command;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as a person says them. */
final class Ago {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  private Ago() {}

  /** Such as "6 min ago" or "in 2 h". */
  static String of(Instant at, Instant now) {
    Duration distance = Duration.between(at, now);
    String words = words(distance.abs());
    return distance.isNegative() ? "in " + words : words + " ago";
  }

  /** In the zone of this machine. */
  static String clock(Instant at) {
    return CLOCK.format(at.atZone(ZoneId.systemDefault()));
  }

  private static String words(Duration length) {
    if (length.toMinutes() < 1) {
      return length.toSeconds() + " s";
    }
    if (length.toHours() < 1) {
      return length.toMinutes() + " min";
    }
    return length.toDays() < 2 ? length.toHours() + " h" : length.toDays() + " d";
  }
}
