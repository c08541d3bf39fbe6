package org.headrace.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Every;
import org.headrace.model.FullText;
import org.headrace.model.NextPoll;
import org.headrace.model.PollOutcome;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.Validators;
import org.junit.jupiter.api.Test;

class MovesTest {
  private static final Instant MONDAY = Instant.parse("2026-01-12T23:00:00Z");
  private static final URI OLD = URI.create("https://paper.example/old");
  private static final URI NEW = URI.create("https://paper.example/new");
  private static final URI OTHER = URI.create("https://press.example/paper");
  private static final Source SOURCE =
      new Source("Paper", OLD, List.of(), new Every.Auto(), FullText.AUTO, false, List.of());
  private static final PollOutcome UNCHANGED = new PollOutcome.Unchanged(Optional.empty());
  private static final PollOutcome FAILED = new PollOutcome.Failed("no answer");

  private PollState state = PollState.NEW;

  @Test
  void the_same_answer_on_three_days_is_believed() {
    answer(MONDAY, NEW);
    answer(MONDAY.plus(Duration.ofMinutes(30)), NEW);
    answer(MONDAY.plus(Duration.ofHours(2)), NEW);
    answer(MONDAY.plus(Duration.ofHours(3)), NEW);
    assertEquals(OLD, state.address(SOURCE), "these were two days");
    answer(MONDAY.plus(Duration.ofDays(2)), NEW);
    assertEquals(NEW, state.address(SOURCE));
  }

  @Test
  void an_answer_in_between_without_a_move_begins_the_count_anew() {
    answer(MONDAY, NEW);
    answer(MONDAY.plus(Duration.ofDays(1)), NEW);
    answer(MONDAY.plus(Duration.ofDays(2)));
    answer(MONDAY.plus(Duration.ofDays(3)), NEW);
    assertEquals(OLD, state.address(SOURCE));
    assertEquals(1, state.move().orElseThrow().days());
  }

  @Test
  void so_does_another_place() {
    answer(MONDAY, NEW);
    answer(MONDAY.plus(Duration.ofDays(1)), NEW);
    answer(MONDAY.plus(Duration.ofDays(2)), OTHER);
    assertEquals(1, state.move().orElseThrow().days());
    assertFalse(state.move().orElseThrow().adopted());
  }

  @Test
  void no_answer_at_all_says_nothing_about_it() {
    answer(MONDAY, NEW);
    answer(MONDAY.plus(Duration.ofDays(1)), NEW);
    poll(MONDAY.plus(Duration.ofDays(2)), FAILED, Optional.empty());
    answer(MONDAY.plus(Duration.ofDays(3)), NEW);
    assertEquals(NEW, state.address(SOURCE));
  }

  @Test
  void what_was_adopted_is_kept_while_it_answers_and_left_when_it_fails() {
    adopt();
    answer(MONDAY.plus(Duration.ofDays(9)));
    assertEquals(NEW, state.address(SOURCE));
    poll(MONDAY.plus(Duration.ofDays(10)), FAILED, Optional.empty());
    poll(MONDAY.plus(Duration.ofDays(11)), FAILED, Optional.empty());
    assertEquals(NEW, state.address(SOURCE));
    poll(MONDAY.plus(Duration.ofDays(12)), FAILED, Optional.empty());
    assertEquals(OLD, state.address(SOURCE));
  }

  @Test
  void a_second_move_is_counted_from_the_address_the_operator_wrote() {
    adopt();
    answer(MONDAY.plus(Duration.ofDays(9)), OTHER);
    assertEquals(OLD, state.address(SOURCE));
  }

  @Test
  void a_move_that_gives_up_encryption_is_never_adopted() {
    for (int day = 0; day < 9; day++) {
      answer(MONDAY.plus(Duration.ofDays(day)), URI.create("http://paper.example/old"));
    }
    assertTrue(state.move().isEmpty());
  }

  private void adopt() {
    for (int day = 0; day < 3; day++) {
      answer(MONDAY.plus(Duration.ofDays(day)), NEW);
    }
    assertEquals(NEW, state.address(SOURCE));
  }

  private void answer(Instant now) {
    poll(now, UNCHANGED, Optional.empty());
  }

  private void answer(Instant now, URI movedTo) {
    poll(now, UNCHANGED, Optional.of(movedTo));
  }

  private void poll(Instant now, PollOutcome outcome, Optional<URI> moved) {
    NextPoll next = new NextPoll(now, Duration.ofHours(1), "");
    state =
        new PollMemory(Validators.NONE, 0, moved, Optional.empty(), "")
            .after(SOURCE, state, outcome, next, now, PollSettings.DEFAULT);
  }
}
