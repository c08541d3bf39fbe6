package org.headrace.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.headrace.model.HubOffer;
import org.headrace.model.PostOutcome;
import org.headrace.model.SourceId;
import org.headrace.model.Standing;
import org.headrace.model.Subscription;
import org.headrace.model.Subscription.State;
import org.junit.jupiter.api.Test;

class LeasePlanTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final PostOutcome TAKEN = new PostOutcome.Taken(202);
  private static final PostOutcome BROKEN = new PostOutcome.Failed(0, Optional.empty(), "broken");
  private static final PostOutcome NO = new PostOutcome.Refused(403, "no");

  @Test
  void a_lease_is_renewed_after_three_quarters_of_it() {
    Standing standing = LeasePlan.verified(Optional.of(DAY), NOW);
    assertEquals(
        new Standing(State.VERIFIED, Optional.of(NOW.plus(DAY)), NOW.plus(Duration.ofHours(18)), 0),
        standing);
  }

  @Test
  void a_lease_of_unknown_endless_or_hardly_any_length_is_bounded() {
    assertEquals(
        Optional.of(NOW.plus(Duration.ofDays(10))),
        LeasePlan.verified(Optional.empty(), NOW).lease());
    assertEquals(
        Optional.of(NOW.plus(Duration.ofDays(30))),
        LeasePlan.verified(Optional.of(Duration.ofSeconds(Long.MAX_VALUE)), NOW).lease());
    assertEquals(
        NOW.plus(Duration.ofMinutes(15)),
        LeasePlan.verified(Optional.of(Duration.ofSeconds(1)), NOW).due());
  }

  @Test
  void a_hub_that_does_not_call_back_is_asked_again_more_and_more_rarely() {
    Standing first = LeasePlan.asked(asked(0), TAKEN, NOW);
    assertEquals(
        new Standing(State.ASKED, Optional.empty(), NOW.plus(Duration.ofHours(1)), 1), first);
    assertEquals(NOW.plus(Duration.ofHours(4)), LeasePlan.asked(asked(2), TAKEN, NOW).due());
    assertEquals(NOW.plus(DAY), LeasePlan.asked(asked(60), TAKEN, NOW).due());
  }

  @Test
  void a_hub_that_cannot_be_had_is_asked_again_soon_then_more_rarely() {
    assertEquals(NOW.plus(Duration.ofMinutes(15)), LeasePlan.asked(asked(0), BROKEN, NOW).due());
    assertEquals(NOW.plus(DAY), LeasePlan.asked(asked(60), BROKEN, NOW).due());
  }

  @Test
  void a_hub_that_asks_to_wait_is_left_alone_so_long_up_to_a_day() {
    assertEquals(NOW.plus(Duration.ofHours(5)), waiting(Duration.ofHours(5)).due());
    assertEquals(NOW.plus(DAY), waiting(Duration.ofDays(400)).due());
    assertEquals(NOW.plus(Duration.ofMinutes(15)), waiting(Duration.ZERO).due());
  }

  private static Standing waiting(Duration asked) {
    return LeasePlan.asked(asked(0), new PostOutcome.Failed(503, Optional.of(asked), "busy"), NOW);
  }

  @Test
  void a_lease_holds_while_its_renewal_fails_and_its_end_is_not_missed() {
    Instant end = NOW.plus(Duration.ofMinutes(5));
    Standing standing = LeasePlan.asked(verified(end, 3), BROKEN, NOW);
    assertEquals(new Standing(State.VERIFIED, Optional.of(end), end, 4), standing);
    assertEquals(State.ASKED, LeasePlan.asked(verified(end, 4), BROKEN, end).state());
  }

  @Test
  void a_hub_that_refuses_is_asked_again_after_a_day_then_after_more() {
    assertEquals(
        new Standing(State.REFUSED, Optional.empty(), NOW.plus(DAY), 1),
        LeasePlan.asked(asked(0), NO, NOW));
    assertEquals(NOW.plus(DAY.multipliedBy(2)), LeasePlan.refused(asked(1), NOW).due());
    assertEquals(NOW.plus(DAY.multipliedBy(30)), LeasePlan.refused(asked(70), NOW).due());
  }

  @Test
  void a_farewell_is_said_three_times_or_until_the_lease_ends() {
    Instant end = NOW.plus(DAY);
    assertEquals(
        Optional.of(State.GONE), LeasePlan.left(verified(end, 0), NOW).map(Standing::state));
    assertFalse(LeasePlan.left(verified(end, 2), NOW).isPresent());
    assertFalse(LeasePlan.left(verified(NOW, 0), NOW).isPresent());
    assertFalse(LeasePlan.left(asked(0), NOW).isPresent());
  }

  @Test
  void neither_secret_nor_id_is_in_any_text() {
    String text = asked(0).toString();
    assertFalse(text.contains("s3cret") || text.contains("unguessable"), text);
  }

  private static Subscription asked(int failures) {
    return subscription(State.ASKED, Optional.empty(), failures);
  }

  private static Subscription verified(Instant end, int failures) {
    return subscription(State.VERIFIED, Optional.of(end), failures);
  }

  private static Subscription subscription(State state, Optional<Instant> lease, int failures) {
    HubOffer offer =
        new HubOffer(URI.create("https://hub.example/"), URI.create("https://paper.example/f"));
    return new Subscription(
        "unguessable",
        new SourceId(1),
        offer,
        "https://us.example/",
        "s3cret",
        state,
        lease,
        failures,
        1);
  }
}
