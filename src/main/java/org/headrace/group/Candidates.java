package org.headrace.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Which known articles are worth comparing with a new one, by their marks alone. */
final class Candidates {
  private static final int MOST = 24;
  private static final double SHARED_PAIRS = 1.0 / 3;

  private record Counted(Known known, int shared) {}

  private static final Comparator<Counted> MOST_SHARED_FIRST =
      Comparator.comparingInt((Counted counted) -> -counted.shared)
          .thenComparingLong(counted -> counted.known.id().value());

  private Candidates() {}

  /** Those that share most of the sketch. */
  static List<Known> sharingSketch(Reading reading, Sight sight) {
    return mostSharing(Sketch.of(reading.body()), sight, 1);
  }

  /** Those whose headline shares a third of the pairs of neighbouring words. */
  static List<Known> sharingTitle(Reading reading, Sight sight) {
    int[] tags = Headline.pairs(reading.arrival().fingerprint()).toArray();
    int least = Math.max(1, (int) Math.ceil(tags.length * SHARED_PAIRS));
    return mostSharing(tags, sight, Math.min(least, 2));
  }

  private static List<Known> mostSharing(int[] tags, Sight sight, int least) {
    long[] places = new long[0];
    for (int tag : tags) {
      long[] more = sight.with(tag, Sight.MOST_PER_DAY);
      if (more.length > 0) {
        int length = places.length;
        places = Arrays.copyOf(places, length + more.length);
        System.arraycopy(more, 0, places, length, more.length);
      }
    }
    Arrays.sort(places);
    List<Counted> counted = new ArrayList<>();
    int to;
    for (int from = 0; from < places.length; from = to) {
      to = from + 1;
      while (to < places.length && places[to] == places[from]) {
        to++;
      }
      if (to - from >= least) {
        counted.add(new Counted(sight.known(places[from]), to - from));
      }
    }
    return counted.stream().sorted(MOST_SHARED_FIRST).limit(MOST).map(Counted::known).toList();
  }
}
