package org.headrace.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When the stories of a day are put together.
 *
 * @param at by the clock on the wall
 * @param top so many stories at most
 */
public record DigestSettings(LocalTime at, ZoneId zone, int top) {

  /** The day whose digest is the last that should be there at {@code now}. */
  LocalDate day(Instant now) {
    ZonedDateTime wall = now.atZone(zone);
    LocalDate today = wall.toLocalDate();
    return made(today).isAfter(now) ? today.minusDays(1) : today;
  }

  /** When the digest of {@code day} is made. A time that the clocks skip comes as much later. */
  Instant made(LocalDate day) {
    return day.atTime(at).atZone(zone).toInstant();
  }
}
