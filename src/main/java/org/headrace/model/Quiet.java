package org.headrace.model;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Hours of each day at which a source is not to be asked, by the clock on the wall of a zone.
 *
 * @param from first minute of the quiet
 * @param until first minute after it; before {@code from} if the quiet goes over midnight, never
 *     the same
 */
public record Quiet(LocalTime from, LocalTime until, ZoneId zone) {
  public Quiet {
    if (from.equals(until)) {
      throw new IllegalArgumentException("quiet hours that begin and end at " + from);
    }
  }

  /** True if {@code moment} lies within. */
  public boolean covers(Instant moment) {
    LocalTime wall = LocalTime.ofInstant(moment, zone);
    boolean begun = !wall.isBefore(from);
    boolean over = !wall.isBefore(until);
    return from.isBefore(until) ? begun && !over : begun || !over;
  }

  /**
   * The first moment from {@code wanted} on that is not quiet. An end that a clock change skips
   * comes as much later as the clock jumps; one that it repeats, the second time.
   */
  public Instant endAfter(Instant wanted) {
    if (!covers(wanted)) {
      return wanted;
    }
    ZonedDateTime wall = wanted.atZone(zone);
    ZonedDateTime end = wall.toLocalDate().atTime(until).atZone(zone).withLaterOffsetAtOverlap();
    return (end.toInstant().isAfter(wanted)
            ? end
            : wall.toLocalDate().plusDays(1).atTime(until).atZone(zone).withLaterOffsetAtOverlap())
        .toInstant();
  }
}
