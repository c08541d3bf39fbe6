package org.headrace.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.headrace.model.Entry;
import org.headrace.model.Rhythm;
import org.junit.jupiter.api.Test;

class RhythmsTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

  @Test
  void the_gap_is_the_mean_of_the_newest_ten() {
    List<Entry> hourlyAndOld =
        Stream.concat(
                IntStream.range(0, 10).mapToObj(i -> entry(NOW.minus(Duration.ofHours(i)))),
                Stream.of(entry(NOW.minus(Duration.ofDays(900)))))
            .toList();
    assertEquals(Optional.of(new Rhythm(NOW, Duration.ofHours(1))), Rhythms.of(hourlyAndOld, NOW));
  }

  @Test
  void entries_of_the_future_and_without_a_date_do_not_count() {
    List<Entry> entries =
        List.of(
            entry(NOW.plus(Duration.ofDays(1))),
            entry(NOW.minus(Duration.ofHours(2))),
            Entry.builder().id("undated").build(),
            entry(NOW.minus(Duration.ofHours(4))),
            entry(NOW.minus(Duration.ofHours(6))));
    assertEquals(
        Optional.of(new Rhythm(NOW.minus(Duration.ofHours(2)), Duration.ofHours(2))),
        Rhythms.of(entries, NOW));
  }

  @Test
  void two_dates_or_one_date_for_all_say_nothing() {
    assertEquals(
        Optional.empty(),
        Rhythms.of(List.of(entry(NOW), entry(NOW.minus(Duration.ofDays(1)))), NOW));
    assertEquals(Optional.empty(), Rhythms.of(List.of(entry(NOW), entry(NOW), entry(NOW)), NOW));
  }

  private static Entry entry(Instant published) {
    return Entry.builder().id(published.toString()).published(published).build();
  }
}
