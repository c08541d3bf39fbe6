package org.headrace.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Quiet NIGHT = quiet("23:00", "06:00");

  @Test
  void a_quiet_over_midnight_covers_both_sides_of_it() {
    assertTrue(NIGHT.covers(Instant.parse("2026-01-15T22:00:00Z")));
    assertTrue(NIGHT.covers(Instant.parse("2026-01-16T04:59:59Z")));
    assertFalse(NIGHT.covers(Instant.parse("2026-01-16T05:00:00Z")));
    assertFalse(NIGHT.covers(Instant.parse("2026-01-15T21:59:59Z")));
  }

  @Test
  void it_ends_in_the_morning() {
    Instant end = Instant.parse("2026-01-16T05:00:00Z");
    assertEquals(end, NIGHT.endAfter(Instant.parse("2026-01-15T22:30:00Z")));
    assertEquals(end, NIGHT.endAfter(Instant.parse("2026-01-16T01:00:00Z")));
    Instant noon = Instant.parse("2026-01-16T11:00:00Z");
    assertEquals(noon, NIGHT.endAfter(noon));
  }

  @Test
  void a_quiet_within_the_day_is_no_quiet_at_night() {
    Quiet midday = quiet("11:30", "13:30");
    assertTrue(midday.covers(Instant.parse("2026-07-15T10:00:00Z")));
    assertFalse(midday.covers(Instant.parse("2026-07-15T23:00:00Z")));
    assertEquals(
        Instant.parse("2026-07-15T11:30:00Z"),
        midday.endAfter(Instant.parse("2026-07-15T10:00:00Z")));
  }

  @Test
  void clock_changes_move_the_end_with_the_clock_on_the_wall() {
    assertEquals(
        Instant.parse("2026-03-29T04:00:00Z"),
        NIGHT.endAfter(Instant.parse("2026-03-28T23:00:00Z")));
    assertEquals(
        Instant.parse("2026-10-25T05:00:00Z"),
        NIGHT.endAfter(Instant.parse("2026-10-24T22:00:00Z")));
    Quiet untilSkipped = quiet("01:00", "02:30");
    assertEquals(
        Instant.parse("2026-03-29T01:30:00Z"),
        untilSkipped.endAfter(Instant.parse("2026-03-29T00:30:00Z")));
    Quiet untilRepeated = quiet("01:00", "02:30");
    assertEquals(
        Instant.parse("2026-10-25T01:30:00Z"),
        untilRepeated.endAfter(Instant.parse("2026-10-25T00:10:00Z")));
  }

  @Test
  void a_quiet_without_length_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> quiet("06:00", "06:00"));
  }

  private static Quiet quiet(String from, String until) {
    return new Quiet(LocalTime.parse(from), LocalTime.parse(until), BERLIN);
  }
}
