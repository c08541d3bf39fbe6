package org.headrace.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headrace.model.StoryId;

/** Compares an arrival with everything that might be a copy of it. */
final class NearCopies {
  private static final double LEAST_CONTAINMENT = 0.2;
  private static final double FAMILIAR_CONTAINMENT = 0.3;
  private static final double FAMILIAR_STORIES = 3;

  private NearCopies() {}

  static List<Comparison> of(Reading reading, Sight sight) {
    List<Known> others = new ArrayList<>();
    List<Likeness> found = new ArrayList<>();
    Map<StoryId, Double> nearest = new HashMap<>();
    for (Known known : Candidates.of(reading, sight)) {
      Reading other = new Reading(known.arrival(), sight);
      if (reading.isTitleOnly() || other.isTitleOnly()) {
        continue;
      }
      Likeness likeness = new Likeness(reading, other);
      if (likeness.containment() < LEAST_CONTAINMENT) {
        continue;
      }
      others.add(known);
      found.add(likeness);
      nearest.merge(known.story(), likeness.containment(), Math::max);
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      comparisons.add(comparison(others.get(i), found.get(i), nearest));
    }
    return comparisons;
  }

  private static Comparison comparison(
      Known known, Likeness likeness, Map<StoryId, Double> nearest) {
    Map<Feature, Double> features = likeness.features();
    double rival = 0;
    int familiar = 0;
    for (Map.Entry<StoryId, Double> story : nearest.entrySet()) {
      if (!story.getKey().equals(known.story())) {
        rival = Math.max(rival, story.getValue());
        familiar += story.getValue() >= FAMILIAR_CONTAINMENT ? 1 : 0;
      }
    }
    features.put(Feature.RIVAL, rival);
    features.put(Feature.FAMILIAR, Math.min(1, familiar / FAMILIAR_STORIES));
    return new Comparison(
        known.arrival().id(),
        known.story(),
        features.values().stream().mapToDouble(Double::doubleValue).toArray(),
        likeness.containment(),
        Weights.learned().score(features));
  }
}
