package org.headrace.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as feeds and HTTP write them, always in UTC. */
final class Times {
  private Times() {}

  static String iso(Instant instant) {
    return DateTimeFormatter.ISO_INSTANT.format(instant);
  }

  /** RFC 9110, 5.6.7. */
  static String http(Instant instant) {
    return pattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", instant);
  }

  /** RFC 822 as RSS has it. */
  static String rss(Instant instant) {
    return pattern("EEE, dd MMM uuuu HH:mm:ss '+0000'", instant);
  }

  static String pattern(String pattern, Instant instant) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC).format(instant);
  }
}
