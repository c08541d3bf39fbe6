package org.headrace.group;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headrace.model.StoryId;

/** Compares an arrival with everything that might be a copy of it. */
final class NearCopies {
  private static final double LEAST_CONTAINMENT = 0.2;
  private static final double FAMILIAR_CONTAINMENT = 0.3;
  private static final double FAMILIAR_STORIES = 3;

  private NearCopies() {}

  private record Pair(Peer peer, Likeness likeness) {}

  /** Those that share enough to be looked at, each with its score. */
  static List<Comparison> of(Reading reading, Peers peers) {
    if (reading.isTitleOnly()) {
      return List.of();
    }
    List<Pair> pairs = new ArrayList<>();
    for (Peer peer : peers.of(Candidates.of(reading, peers.sight()))) {
      if (!peer.reading().isTitleOnly()) {
        pairs.add(new Pair(peer, new Likeness(reading, peer.reading())));
      }
    }
    return pairs.stream()
        .filter(pair -> pair.likeness.containment() >= LEAST_CONTAINMENT)
        .map(pair -> comparison(pair, pairs))
        .toList();
  }

  private static Comparison comparison(Pair pair, List<Pair> all) {
    Map<Feature, Double> features = pair.likeness.features();
    double rival = 0;
    double rivalTitle = 0;
    Set<StoryId> familiar = new HashSet<>();
    for (Pair other : all) {
      if (!other.peer.story().equals(pair.peer.story())) {
        double containment = other.likeness.containment();
        rival = Math.max(rival, containment);
        rivalTitle = Math.max(rivalTitle, other.likeness.title());
        if (containment >= FAMILIAR_CONTAINMENT) {
          familiar.add(other.peer.story());
        }
      }
    }
    features.put(Feature.RIVAL, rival);
    features.put(Feature.RIVAL_TITLE, Math.min(rivalTitle, pair.likeness.title()));
    features.put(Feature.FAMILIAR, Math.min(1, familiar.size() / FAMILIAR_STORIES));
    return new Comparison(
        pair.peer.arrival().id(),
        pair.peer.story(),
        pair.peer.arrival().title(),
        named(features),
        pair.likeness.containment(),
        Weights.learned().score(features));
  }

  private static Map<String, Double> named(Map<Feature, Double> features) {
    Map<String, Double> named = new LinkedHashMap<>();
    features.forEach((feature, value) -> named.put(feature.name(), value));
    return Collections.unmodifiableMap(named);
  }
}
