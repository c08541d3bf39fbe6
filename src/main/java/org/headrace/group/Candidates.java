package org.headrace.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which known articles are worth comparing with a new one. */
final class Candidates {
  private static final int MOST = 24;
  private static final double SHARED_PAIRS = 1.0 / 3;

  private static final Comparator<Map.Entry<Known, Integer>> MOST_SHARED_FIRST =
      Map.Entry.<Known, Integer>comparingByValue()
          .reversed()
          .thenComparingLong(counted -> counted.getKey().arrival().id().value());

  private Candidates() {}

  /** Those that share most of the sketch, and those with a like headline. */
  static Set<Known> of(Reading reading, Sight sight) {
    Set<Known> candidates = new LinkedHashSet<>();
    if (!reading.isTitleOnly()) {
      candidates.addAll(sharingSketch(reading, sight));
    }
    candidates.addAll(sharingTitle(reading, sight));
    return candidates;
  }

  private static List<Known> sharingSketch(Reading reading, Sight sight) {
    Set<Integer> tags = new HashSet<>();
    Sketch.of(reading.body()).forEach(tags::add);
    Sketch.of(reading.arrival().fingerprint().body()).forEach(tags::add);
    return mostSharing(tags, sight, 1);
  }

  /** Those whose headline shares a third of the pairs of neighbouring words. */
  static List<Known> sharingTitle(Reading reading, Sight sight) {
    Set<Integer> tags = new HashSet<>();
    Headline.pairs(reading.arrival().fingerprint()).forEach(tags::add);
    int least = Math.max(1, (int) Math.ceil(tags.size() * SHARED_PAIRS));
    return mostSharing(tags, sight, Math.min(least, 2));
  }

  private static List<Known> mostSharing(Set<Integer> tags, Sight sight, int least) {
    Map<Known, Integer> counts = new HashMap<>();
    for (int tag : tags) {
      List<Known> known = sight.with(tag);
      if (known.size() < Memory.MOST_PER_DAY) {
        known.forEach(one -> counts.merge(one, 1, Integer::sum));
      }
    }
    Stream<Map.Entry<Known, Integer>> best =
        counts.entrySet().stream()
            .filter(counted -> counted.getValue() >= least)
            .sorted(MOST_SHARED_FIRST)
            .limit(MOST);
    return new ArrayList<>(best.map(Map.Entry::getKey).toList());
  }
}
