package org.headrace.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Entry;
import org.headrace.model.Rhythm;

/** Reads from the dates of a feed's entries how often it has news. */
public final class Rhythms {
  private static final int FEWEST = 3;
  private static final int MOST = 10;

  /** Entries that all lie within less carry the time at which the document was made. */
  private static final Duration SHORTEST_SPAN = Duration.ofMinutes(1);

  private Rhythms() {}

  /** By the newest entries published until {@code now}; empty if too few of them have a date. */
  public static Optional<Rhythm> of(List<Entry> entries, Instant now) {
    List<Instant> newest =
        entries.stream()
            .flatMap(entry -> entry.published().or(entry::updated).stream())
            .filter(date -> !date.isAfter(now))
            .sorted(Comparator.reverseOrder())
            .limit(MOST)
            .toList();
    if (newest.size() < FEWEST) {
      return Optional.empty();
    }
    Duration span = Duration.between(newest.getLast(), newest.getFirst());
    return span.compareTo(SHORTEST_SPAN) < 0
        ? Optional.empty()
        : Optional.of(new Rhythm(newest.getFirst(), span.dividedBy(newest.size() - 1)));
  }
}
