package org.headrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final Repeats repeats = new Repeats(Duration.ofMinutes(1));

  @Test
  void the_same_words_come_once_a_minute_with_their_number() {
    assertEquals(Optional.of("no broker"), repeats.line("no broker", NOON));
    assertEquals(Optional.empty(), repeats.line("no broker", NOON.plusSeconds(1)));
    assertEquals(Optional.empty(), repeats.line("no broker", NOON.plusSeconds(59)));
    assertEquals(Optional.of("no disk"), repeats.line("no disk", NOON.plusSeconds(59)));
    assertEquals(
        Optional.of("no broker (and 2 times since it was last told)"),
        repeats.line("no broker", NOON.plusSeconds(60)));
    assertEquals(Optional.empty(), repeats.line("no broker", NOON.plusSeconds(61)));
  }
}
