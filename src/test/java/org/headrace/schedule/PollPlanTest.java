package org.headrace.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headrace.model.Every;
import org.headrace.model.FullText;
import org.headrace.model.NextPoll;
import org.headrace.model.PollHints;
import org.headrace.model.PollOutcome;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.Validators;
import org.junit.jupiter.api.Test;

class PollPlanTest {
  /** A Thursday. */
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

  private static final PollOutcome SILENCE = new PollOutcome.Unchanged(Optional.empty());
  private static final PollOutcome NEWS = news(1, PollHints.NONE);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void a_new_source_starts_in_the_middle() {
    assertEquals(Duration.ofHours(1), auto(PollState.NEW, NEWS).interval());
  }

  @Test
  void news_shortens_the_wait_to_half_the_gap_between_entries() {
    PollState every4h = state(Duration.ofHours(3), Duration.ofHours(4), 0);
    assertEquals(Duration.ofHours(2), auto(every4h, NEWS).interval());
    assertEquals(Duration.ofMinutes(90), auto(every4h, news(40, PollHints.NONE)).interval());
  }

  @Test
  void a_feed_that_turned_over_completely_is_asked_much_sooner() {
    PollOutcome all = new PollOutcome.Changed(30, 0, PollHints.NONE, Optional.empty());
    PollState before = state(Duration.ofHours(4), Duration.ofHours(4), 0);
    assertEquals(Duration.ofHours(1), auto(before, all).interval());
  }

  @Test
  void silence_lengthens_the_wait() {
    assertEquals(
        Duration.ofMinutes(90),
        auto(state(Duration.ofHours(1), Duration.ofHours(3), 0), SILENCE).interval());
    assertEquals(
        Duration.ofHours(6),
        auto(state(Duration.ofHours(5), Duration.ofDays(1), 0), SILENCE).interval());
    assertEquals(
        Duration.ofDays(1),
        auto(state(Duration.ofHours(20), Duration.ofDays(40), 0), SILENCE).interval());
  }

  @Test
  void the_wait_stays_between_shortest_and_longest() {
    PollState busy = state(Duration.ofMinutes(16), Duration.ofMinutes(2), 0);
    assertEquals(Duration.ofMinutes(15), auto(busy, NEWS).interval());
    assertThrows(
        IllegalArgumentException.class,
        () -> new PollSettings(Duration.ofDays(2), Duration.ofDays(1), Duration.ofDays(1)));
  }

  @Test
  void a_feed_and_its_server_may_ask_for_longer_but_not_for_more_than_a_day() {
    PollState hourly = state(Duration.ofHours(1), Duration.ofHours(1), 0);
    PollHints ttl = new PollHints(Optional.of(Duration.ofHours(5)), Set.of(), Set.of());
    assertEquals(Duration.ofHours(5), auto(hourly, news(1, ttl)).interval());
    PollOutcome kept = new PollOutcome.Unchanged(Optional.of(Duration.ofDays(3650)));
    assertWait(Duration.ofDays(1), auto(hourly, kept));
    assertEquals(Duration.ofMinutes(90), auto(hourly, kept).interval());
  }

  @Test
  void quiet_hours_and_days_are_kept() {
    PollState hourly = state(Duration.ofHours(1), Duration.ofHours(2), 0);
    PollHints afternoon = new PollHints(Optional.empty(), Set.of(12, 13, 14, 15), Set.of());
    assertEquals(Instant.parse("2026-01-15T16:00:00Z"), auto(hourly, news(1, afternoon)).at());
    PollHints today = new PollHints(Optional.empty(), Set.of(), Set.of(DayOfWeek.THURSDAY));
    assertEquals(Instant.parse("2026-01-16T00:00:00Z"), auto(hourly, news(1, today)).at());
    PollHints always = new PollHints(Optional.empty(), Set.of(), Set.of(DayOfWeek.values()));
    assertWait(Duration.ofHours(1), auto(hourly, news(1, always)));
  }

  @Test
  void polls_are_spread_and_the_same_question_gets_the_same_answer() {
    PollState before = state(Duration.ofHours(1), Duration.ofHours(3), 0);
    NextPoll one = auto(before, SILENCE);
    assertEquals(one, auto(before, SILENCE));
    NextPoll other =
        PollPlan.next(
            source("https://other.example/rss", new Every.Auto()),
            before,
            SILENCE,
            NOW,
            PollSettings.DEFAULT);
    assertNotEquals(one.at(), other.at());
  }

  @Test
  void the_operator_s_interval_holds_whatever_the_feed_says() {
    PollHints ttl = new PollHints(Optional.of(Duration.ofHours(5)), Set.of(), Set.of());
    NextPoll next = plan(new Every.Fixed(Duration.ofMinutes(5)), PollState.NEW, news(1, ttl));
    assertWait(Duration.ofMinutes(5), next);
    assertTrue(next.reason().contains("5 minutes"), next.reason());
  }

  @Test
  void cron_times_are_those_of_the_wall_clock() {
    assertEquals(Instant.parse("2026-01-16T06:00:00Z"), cron("0 0 7 * * ?", NOW).at());
    assertEquals(
        Instant.parse("2026-07-16T05:00:00Z"),
        cron("0 0 7 * * ?", Instant.parse("2026-07-15T12:00:00Z")).at());
  }

  @Test
  void a_cron_time_that_the_clock_skips_comes_later_and_one_it_repeats_comes_once() {
    Instant spring = Instant.parse("2026-03-28T12:00:00Z");
    NextPoll skipped = cron("0 30 2 * * ?", spring);
    assertEquals(Instant.parse("2026-03-29T01:30:00Z"), skipped.at());
    assertEquals(Instant.parse("2026-03-30T00:30:00Z"), cron("0 30 2 * * ?", skipped.at()).at());
    Instant autumn = Instant.parse("2026-10-24T12:00:00Z");
    NextPoll first = cron("0 30 2 * * ?", autumn);
    assertEquals(Instant.parse("2026-10-25T00:30:00Z"), first.at());
    assertEquals(Instant.parse("2026-10-26T01:30:00Z"), cron("0 30 2 * * ?", first.at()).at());
  }

  @Test
  void a_cron_expression_without_further_times_ends_the_polls() {
    assertEquals(PollPlan.NEVER, cron("0 0 0 1 1 ? 2020", NOW).at());
    assertEquals(PollPlan.NEVER, cron("nonsense", NOW).at());
    assertTrue(CronTimes.fault("0 0 25 * * ?").isPresent());
    assertFalse(CronTimes.fault("0 0 7 ? * MON-FRI").isPresent());
  }

  @Test
  void a_server_that_asks_for_a_pause_gets_it_up_to_a_week() {
    PollState hourly = state(Duration.ofHours(1), Duration.ofHours(2), 0);
    assertWait(Duration.ofHours(3), auto(hourly, postponed(Duration.ofHours(3))));
    assertWait(Duration.ofDays(7), auto(hourly, postponed(Duration.ofDays(4000))));
    assertWait(Duration.ofHours(1), auto(hourly, postponed(Duration.ZERO)));
    assertWait(
        Duration.ofHours(2), auto(hourly, new PollOutcome.Postponed(Optional.empty(), "HTTP 503")));
    NextPoll fixed =
        plan(new Every.Fixed(Duration.ofMinutes(5)), hourly, postponed(Duration.ofHours(3)));
    assertWait(Duration.ofHours(3), fixed);
    assertTrue(fixed.reason().contains("asked to wait until 15 Jan 15:00 UTC"), fixed.reason());
  }

  @Test
  void a_pause_ends_at_a_time_the_operator_named() {
    Every daily = new Every.Cron("0 0 7 * * ?", BERLIN);
    assertEquals(
        Instant.parse("2026-01-18T06:00:00Z"),
        plan(daily, PollState.NEW, postponed(Duration.ofHours(50))).at());
  }

  @Test
  void failures_back_off_by_doubling_up_to_a_day() {
    PollOutcome failed = new PollOutcome.Failed("no answer");
    assertWait(Duration.ofHours(2), auto(state(Duration.ofHours(1), Duration.ZERO, 0), failed));
    assertWait(Duration.ofHours(8), auto(state(Duration.ofHours(1), Duration.ZERO, 2), failed));
    NextPoll late = auto(state(Duration.ofHours(1), Duration.ZERO, 1_000_000), failed);
    assertWait(Duration.ofDays(1), late);
    assertEquals(Duration.ofHours(1), late.interval());
    assertTrue(late.reason().endsWith("no answer"), late.reason());
  }

  @Test
  void who_is_not_let_in_asks_daily_and_who_is_sent_away_for_good_never() {
    PollState hourly = state(Duration.ofHours(1), Duration.ofHours(2), 0);
    assertWait(Duration.ofDays(1), auto(hourly, new PollOutcome.Blocked("bot check")));
    NextPoll gone = auto(hourly, new PollOutcome.Gone("HTTP 410"));
    assertEquals(PollPlan.NEVER, gone.at());
    assertTrue(gone.reason().contains("HTTP 410"));
  }

  /** The wait, give or take what polls are spread by: never earlier. */
  private static void assertWait(Duration expected, NextPoll next) {
    Duration wait = Duration.between(NOW, next.at());
    assertTrue(wait.compareTo(expected) >= 0, next.toString());
    assertTrue(wait.compareTo(expected.plusMinutes(15)) <= 0, next.toString());
  }

  private static NextPoll auto(PollState before, PollOutcome outcome) {
    return plan(new Every.Auto(), before, outcome);
  }

  private static NextPoll cron(String expression, Instant now) {
    Every every = new Every.Cron(expression, BERLIN);
    return PollPlan.next(
        source("https://paper.example/rss", every),
        PollState.NEW,
        SILENCE,
        now,
        PollSettings.DEFAULT);
  }

  private static NextPoll plan(Every every, PollState before, PollOutcome outcome) {
    return PollPlan.next(
        source("https://paper.example/rss", every), before, outcome, NOW, PollSettings.DEFAULT);
  }

  private static PollOutcome news(int fresh, PollHints hints) {
    return new PollOutcome.Changed(fresh, 20, hints, Optional.empty());
  }

  private static PollOutcome postponed(Duration retryAfter) {
    return new PollOutcome.Postponed(Optional.of(retryAfter), "HTTP 429");
  }

  private static PollState state(Duration interval, Duration sinceChange, int failures) {
    return new PollState(
        Validators.NONE,
        1,
        Optional.of(interval),
        Optional.of(NOW.minus(interval)),
        Optional.of(NOW.minus(sinceChange)),
        failures,
        "");
  }

  private static Source source(String address, Every every) {
    return new Source(
        "Paper", URI.create(address), List.of(), every, FullText.values()[0], false, List.of());
  }
}
