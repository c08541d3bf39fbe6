package org.headrace.publish;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headrace.model.StableHash;
import org.headrace.model.Story;

/**
 * Gives each story an {@code updated} that no other story of the feed has. A time in whole seconds
 * gets a fraction that depends on the story alone, so that it stays as it is when other stories
 * come and go; only then are equal ones moved apart, by thousandths. Never more than three digits:
 * some readers take a longer fraction for a number of milliseconds.
 */
final class DistinctTimes {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private DistinctTimes() {}

  /** The times of {@code stories}, by their tags. */
  static Map<String, Instant> of(List<Story> stories) {
    Set<Instant> taken = new HashSet<>();
    Map<String, Instant> times = new HashMap<>();
    stories.stream()
        .sorted(Comparator.comparing(Story::updated).thenComparing(Story::tag))
        .forEachOrdered(story -> times.put(story.tag(), free(own(story), taken)));
    return times;
  }

  /** {@code time} in the years that RFC 3339 can write, in thousandths of a second. */
  static Instant writable(Instant time) {
    Instant bounded = time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    return bounded.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The time of a story if no other has it. */
  static Instant own(Story story) {
    Instant updated = writable(story.updated());
    return updated.equals(updated.truncatedTo(ChronoUnit.SECONDS))
        ? updated.plusMillis(StableHash.of(story.tag()) % 1000)
        : updated;
  }

  private static Instant free(Instant wanted, Set<Instant> taken) {
    Instant time = wanted;
    while (!taken.add(time)) {
      time = time.plusMillis(1);
    }
    return time;
  }
}
