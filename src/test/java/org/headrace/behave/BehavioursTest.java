package org.headrace.behave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.headrace.fetch.FetchSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** All misbehaving servers at once, beside healthy ones, against the whole program. */
class BehavioursTest {
  /** Few enough that those who are slow on purpose keep within the short deadline. */
  private static final int AT_ONCE = 64;

  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir static Path folder;
  private static Map<String, Seen> seen;
  private static List<String> canary;

  @BeforeAll
  static void run() throws Exception {
    FetchSettings usual = FetchSettings.standard("0", "mailto:miller@mill.example");
    FetchSettings hasty =
        new FetchSettings(
            usual.userAgent(),
            Duration.ZERO,
            AT_ONCE,
            DEADLINE,
            DEADLINE,
            usual.feedBytes(),
            usual.pageBytes(),
            usual.redirects(),
            true,
            usual.patience());
    try (Trial trial = new Trial(Behaviours.all(), folder, hasty, 0)) {
      trial.await(PATIENCE);
      seen = trial.seen();
      canary = trial.server().canary();
    }
  }

  @TestFactory
  Stream<DynamicTest> each_ends_as_it_must() {
    return seen.values().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.behaviour().name(),
                    () -> assertEquals(Optional.empty(), Verdict.fault(one))));
  }

  @Test
  void nobody_was_led_to_where_nobody_may_go() {
    assertEquals(List.of(), canary);
  }

  @Test
  void the_healthy_ones_were_polled_while_others_kept_silent() {
    Conversation silent = seen.get("never").conversations().getFirst();
    long end = silent.at() + silent.lasted().toNanos();
    long meanwhile =
        seen.get(Trial.HEALTHY + 1).conversations().stream()
            .filter(talk -> talk.at() > silent.at() && talk.at() < end)
            .count();
    assertTrue(meanwhile > 0, "none");
  }
}
