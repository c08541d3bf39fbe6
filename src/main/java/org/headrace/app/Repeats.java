package org.headrace.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps a trouble that many pieces of work meet from filling the log. */
final class Repeats {
  /** Other words than these at once are no repeats. */
  private static final int MOST = 1_000;

  private final Duration pause;
  private final Map<String, Told> told = new HashMap<>();

  /** When words were written last, and how often they were kept back since. */
  private record Told(Instant at, int held) {}

  /** Lets the same words through once every {@code pause}. */
  Repeats(Duration pause) {
    this.pause = pause;
  }

  /** What is to be written for {@code words}; empty if they were written a moment ago. */
  synchronized Optional<String> line(String words, Instant now) {
    Told before = told.get(words);
    if (before != null && now.isBefore(before.at.plus(pause))) {
      told.put(words, new Told(before.at, before.held + 1));
      return Optional.empty();
    }
    if (told.size() >= MOST) {
      told.clear();
    }
    told.put(words, new Told(now, 0));
    return Optional.of(
        before == null || before.held == 0
            ? words
            : "%s (and %d times since it was last told)".formatted(words, before.held));
  }
}
