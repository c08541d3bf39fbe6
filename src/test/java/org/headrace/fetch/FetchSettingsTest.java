package org.headrace.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FetchSettingsTest {
  @Test
  void the_standard_says_who_asks_and_how_to_reach_them() {
    assertEquals(
        "headrace/1.2 (+https://mill.example/bot)",
        FetchSettings.standard("1.2", "https://mill.example/bot").userAgent());
    assertEquals("headrace/1.2", FetchSettings.standard("1.2", "").userAgent());
  }

  @Test
  void a_user_agent_cannot_carry_other_headers() {
    assertThrows(
        IllegalArgumentException.class, () -> FetchSettings.standard("1", "a\r\nCookie: b"));
  }

  @Test
  void settings_that_fetch_nothing_are_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> FetchTests.settings(Duration.ofSeconds(-1), Duration.ofSeconds(1)));
    assertThrows(
        IllegalArgumentException.class, () -> FetchTests.settings(Duration.ZERO, Duration.ZERO));
  }
}
