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
import java.time.LocalTime;
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
import org.headrace.model.Quiet;
import org.headrace.model.Rhythm;
import org.headrace.model.Source;
import org.headrace.model.Validators;
import org.junit.jupiter.api.Test;

class PollPlanTest {
  /** A Thursday. */
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

  private static final PollOutcome SILENCE = new PollOutcome.Unchanged(Optional.empty());
  private static final PollOutcome NEWS = news(1, PollHints.NONE);
  private static final Source PAPER = source("https://paper.example/rss", new Every.Auto());
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void a_new_source_without_dates_starts_in_the_middle() {
    assertEquals(Duration.ofHours(1), auto(PollState.NEW, NEWS).interval());
  }

  @Test
  void the_wait_follows_from_the_gap_between_entries() {
    assertEquals(
        Duration.ofMinutes(15), auto(PollState.NEW, dated(Duration.ofMinutes(5))).interval());
    assertEquals(
        Duration.ofMinutes(60), auto(PollState.NEW, dated(Duration.ofHours(2))).interval());
    assertEquals(Duration.ofHours(4), auto(PollState.NEW, dated(Duration.ofHours(32))).interval());
    assertEquals(Duration.ofDays(1), auto(PollState.NEW, dated(Duration.ofDays(300))).interval());
  }

  @Test
  void a_feed_that_turned_over_completely_is_asked_sooner() {
    PollOutcome all =
        new PollOutcome.Changed(
            30, 0, PollHints.NONE, Optional.empty(), Optional.of(rhythm(Duration.ofHours(32))));
    PollState before = state(Duration.ofHours(4), Duration.ofHours(4), 0);
    assertEquals(Duration.ofHours(2), auto(before, all).interval());
  }

  @Test
  void silence_longer_than_usual_lengthens_the_wait_up_to_a_day() {
    Rhythm hourly = new Rhythm(NOW.minus(Duration.ofHours(3)), Duration.ofHours(2));
    assertEquals(Duration.ofHours(1), auto(knowing(hourly), SILENCE).interval());
    Rhythm asleep = new Rhythm(NOW.minus(Duration.ofHours(16)), Duration.ofHours(2));
    assertEquals(Duration.ofHours(2), auto(knowing(asleep), SILENCE).interval());
    Rhythm dead = new Rhythm(NOW.minus(Duration.ofDays(60)), Duration.ofHours(2));
    assertEquals(Duration.ofDays(1), auto(knowing(dead), SILENCE).interval());
  }

  @Test
  void where_entries_have_no_dates_the_gap_is_that_between_finds() {
    PollState state = PollState.NEW;
    Instant now = NOW;
    for (int i = 0; i < 20; i++) {
      state = after(state, news(6, PollHints.NONE), now);
      now = now.plus(Duration.ofHours(3));
    }
    assertEquals(30, state.rhythm().orElseThrow().gap().toMinutes());
  }

  @Test
  void dates_that_every_document_makes_anew_are_not_believed_for_long() {
    PollOutcome lying =
        new PollOutcome.Changed(
            0,
            20,
            PollHints.NONE,
            Optional.empty(),
            Optional.of(new Rhythm(NOW, Duration.ofMinutes(1))));
    PollState longSilent = state(Duration.ofHours(1), Duration.ofDays(2), 0);
    assertEquals(479, auto(longSilent, lying).interval().toMinutes());
  }

  @Test
  void the_wait_stays_between_shortest_and_longest() {
    assertEquals(
        Duration.ofMinutes(15), auto(PollState.NEW, dated(Duration.ofSeconds(1))).interval());
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
    assertEquals(Duration.ofHours(1), auto(hourly, kept).interval());
  }

  @Test
  void what_a_feed_asks_for_holds_over_an_answer_without_a_body() {
    PollHints ttl = new PollHints(Optional.of(Duration.ofHours(5)), Set.of(), Set.of());
    PollState read = after(PollState.NEW, news(1, ttl), NOW);
    assertWait(Duration.ofHours(5), auto(read, SILENCE));
    PollHints today = new PollHints(Optional.empty(), Set.of(), Set.of(DayOfWeek.THURSDAY));
    PollState quiet = after(after(PollState.NEW, news(1, today), NOW), SILENCE, NOW);
    assertFalse(auto(quiet, SILENCE).at().isBefore(Instant.parse("2026-01-16T00:00:00Z")));
  }

  @Test
  void quiet_hours_and_days_are_kept() {
    PollState hourly = state(Duration.ofHours(1), Duration.ofHours(2), 0);
    PollHints afternoon = new PollHints(Optional.empty(), Set.of(12, 13, 14, 15), Set.of());
    assertSoonAfter(Instant.parse("2026-01-15T16:00:00Z"), auto(hourly, news(1, afternoon)));
    PollHints today = new PollHints(Optional.empty(), Set.of(), Set.of(DayOfWeek.THURSDAY));
    assertSoonAfter(Instant.parse("2026-01-16T00:00:00Z"), auto(hourly, news(1, today)));
    PollHints always = new PollHints(Optional.empty(), Set.of(), Set.of(DayOfWeek.values()));
    assertWait(Duration.ofMinutes(42), auto(hourly, news(1, always)));
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
    assertEquals(NextPoll.NEVER, cron("0 0 0 1 1 ? 2020", NOW).at());
    assertEquals(NextPoll.NEVER, cron("nonsense", NOW).at());
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
    assertEquals(NextPoll.NEVER, gone.at());
    assertTrue(gone.reason().contains("HTTP 410"));
  }

  @Test
  void a_server_that_says_again_and_again_it_is_busy_is_asked_ever_more_rarely() {
    PollOutcome busy = new PollOutcome.Postponed(Optional.empty(), "HTTP 503");
    PollState once = after(state(Duration.ofHours(1), Duration.ofHours(2), 0), busy, NOW);
    assertWait(Duration.ofHours(4), auto(once, busy));
    assertWait(Duration.ofHours(8), auto(after(once, busy, NOW), busy));
  }

  @Test
  void a_source_without_a_feed_for_a_month_has_gone_quiet() {
    PollOutcome failed = new PollOutcome.Failed("no answer");
    PollState state = after(state(Duration.ofHours(1), Duration.ZERO, 9), failed, NOW);
    Instant almost = NOW.plus(Duration.ofDays(29));
    assertWait(Duration.ofDays(1), almost, auto(after(state, failed, almost), failed, almost));
    Instant month = NOW.plus(Duration.ofDays(30));
    NextPoll quiet = auto(after(state, failed, almost), failed, month);
    assertWait(Duration.ofDays(7), month, quiet);
    assertTrue(quiet.reason().startsWith("gone quiet: no feed for 30 days"), quiet.reason());
    PollState revived = after(after(state, failed, almost), NEWS, month);
    assertEquals(Optional.empty(), revived.failing());
    assertEquals(0, revived.failures());
    assertWait(Duration.ofMinutes(84), month, auto(revived, failed, month));
  }

  @Test
  void a_source_whose_hub_sends_what_is_new_is_asked_rarely_but_asked() {
    PollState pushed = knowing(rhythm(Duration.ofMinutes(30))).pushedAt(NOW, true);
    assertWait(Duration.ofHours(6), auto(pushed, SILENCE));
    assertWait(
        Duration.ofMinutes(30),
        NOW.plus(Duration.ofHours(25)),
        auto(
            knowing(new Rhythm(NOW.plus(Duration.ofHours(25)), Duration.ofMinutes(30)))
                .pushedAt(NOW, true),
            SILENCE,
            NOW.plus(Duration.ofHours(25))));
    assertEquals(Optional.empty(), after(pushed, NEWS, NOW).pushed(), "a hub that missed news");
    assertEquals(Optional.of(NOW), after(pushed, SILENCE, NOW).pushed());
  }

  @Test
  void quiet_hours_of_the_operator_hold_for_every_kind_of_plan() {
    Quiet afternoon = new Quiet(LocalTime.of(12, 30), LocalTime.of(18, 0), BERLIN);
    Instant end = Instant.parse("2026-01-15T17:00:00Z");
    PollState hourly = state(Duration.ofHours(1), Duration.ofHours(2), 0);
    assertSoonAfter(end, plan(quiet(new Every.Auto(), afternoon), hourly, SILENCE));
    assertSoonAfter(
        end, plan(quiet(new Every.Fixed(Duration.ofMinutes(20)), afternoon), hourly, SILENCE));
    assertSoonAfter(
        end, plan(quiet(new Every.Auto(), afternoon), hourly, postponed(Duration.ofHours(2))));
    assertEquals(
        Instant.parse("2026-01-15T17:10:00Z"),
        plan(quiet(new Every.Cron("0 10 * * * ?", BERLIN), afternoon), hourly, SILENCE).at());
    Source source = quiet(new Every.Auto(), afternoon);
    assertSoonAfter(end, PollPlan.instead(source, hourly, NOW, PollSettings.DEFAULT).orElseThrow());
    assertEquals(Optional.empty(), PollPlan.instead(source, hourly, end, PollSettings.DEFAULT));
  }

  @Test
  void cron_times_that_are_all_quiet_end_the_polls_in_no_loop() {
    Quiet night = new Quiet(LocalTime.of(2, 0), LocalTime.of(4, 0), BERLIN);
    NextPoll next = plan(quiet(new Every.Cron("0 0 3 * * ?", BERLIN), night), PollState.NEW, NEWS);
    assertTrue(next.at().isAfter(NOW), next.toString());
  }

  private static void assertSoonAfter(Instant expected, NextPoll next) {
    assertFalse(next.at().isBefore(expected), next.toString());
    assertFalse(next.at().isAfter(expected.plus(Duration.ofMinutes(15))), next.toString());
  }

  /** The wait, give or take what polls are spread by: never earlier. */
  private static void assertWait(Duration expected, NextPoll next) {
    assertWait(expected, NOW, next);
  }

  private static void assertWait(Duration expected, Instant now, NextPoll next) {
    Duration wait = Duration.between(now, next.at());
    assertTrue(wait.compareTo(expected) >= 0, next.toString());
    assertTrue(wait.compareTo(expected.plusMinutes(15)) <= 0, next.toString());
  }

  private static NextPoll auto(PollState before, PollOutcome outcome) {
    return auto(before, outcome, NOW);
  }

  private static NextPoll auto(PollState before, PollOutcome outcome, Instant now) {
    return PollPlan.next(PAPER, before, outcome, now, PollSettings.DEFAULT);
  }

  private static PollState after(PollState before, PollOutcome outcome, Instant now) {
    return new PollMemory(Validators.NONE, 1, Optional.empty(), Optional.empty(), "")
        .after(PAPER, before, outcome, auto(before, outcome, now), now, PollSettings.DEFAULT);
  }

  private static NextPoll plan(Source source, PollState before, PollOutcome outcome) {
    return PollPlan.next(source, before, outcome, NOW, PollSettings.DEFAULT);
  }

  private static PollState knowing(Rhythm rhythm) {
    return after(
        PollState.NEW,
        new PollOutcome.Changed(1, 20, PollHints.NONE, Optional.empty(), Optional.of(rhythm)),
        rhythm.newest());
  }

  private static Rhythm rhythm(Duration gap) {
    return new Rhythm(NOW, gap);
  }

  private static PollOutcome dated(Duration gap) {
    return new PollOutcome.Changed(
        1, 20, PollHints.NONE, Optional.empty(), Optional.of(rhythm(gap)));
  }

  private static Source quiet(Every every, Quiet quiet) {
    return new Source(
        "Paper",
        PAPER.address(),
        List.of(),
        every,
        FullText.AUTO,
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(quiet),
        false,
        Optional.empty());
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
    return new PollOutcome.Changed(fresh, 20, hints, Optional.empty(), Optional.empty());
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
