package org.headrace.group;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headrace.model.StoryId;

/** Compares an arrival with everything that might be a copy of it. */
final class NearCopies {
  private static final double LEAST_CONTAINMENT = 0.2;
  private static final double LOOKS_ALIKE = 0.3;
  private static final double RELATED = 0.15;
  private static final double LEAST_OWN = 0.3;
  private static final double FAMILIAR_CONTAINMENT = 0.3;
  private static final double FAMILIAR_STORIES = 3;

  private NearCopies() {}

  /** An arrival beside a known article; {@code likeness} is empty if they share next to nothing. */
  private record Pair(
      Reading reading, Peer peer, Optional<Likeness> likeness, boolean areLookAlikes) {
    static Pair of(Reading reading, Peer peer) {
      if (!isRelated(reading, peer.reading())) {
        return new Pair(reading, peer, Optional.empty(), false);
      }
      Likeness likeness = new Likeness(reading, peer.reading());
      boolean areLookAlikes =
          likeness.containment() >= LOOKS_ALIKE && LookAlikes.are(reading, peer.reading());
      return new Pair(reading, peer, Optional.of(likeness), areLookAlikes);
    }

    /** What has its boilerplate still; hardly any text is more of that than of its own. */
    private static boolean isRelated(Reading one, Reading other) {
      double fewest = Math.min(one.body().runs(), LEAST_OWN * other.allWords().runs());
      return Overlap.shared(other.allWords(), one.runs()) >= RELATED * fewest;
    }

    double containment() {
      return likeness.map(Likeness::containment).orElse(0.0);
    }

    double title() {
      return reading.titleLikeness(peer.reading());
    }
  }

  /** Those that share enough to be looked at, each with its score. */
  static List<Comparison> of(Reading reading, Peers peers) {
    if (reading.isTitleOnly()) {
      return List.of();
    }
    List<Pair> pairs =
        peers.candidates(reading).stream()
            .filter(peer -> peer.reading().isLong() || !peer.reading().isTitleOnly())
            .map(peer -> Pair.of(reading, peer))
            .toList();
    return pairs.stream()
        .filter(pair -> pair.containment() >= LEAST_CONTAINMENT)
        .flatMap(pair -> pair.likeness.map(likeness -> comparison(pair, likeness, pairs)).stream())
        .toList();
  }

  private static Comparison comparison(Pair pair, Likeness likeness, List<Pair> all) {
    Map<Feature, Double> features = likeness.features();
    double rival = 0;
    double rivalTitle = 0;
    Set<StoryId> familiar = new HashSet<>();
    for (Pair other : all) {
      if (!other.areLookAlikes && !other.peer.story().equals(pair.peer.story())) {
        double containment = other.containment();
        rival = Math.max(rival, containment);
        rivalTitle = Math.max(rivalTitle, other.title());
        if (containment >= FAMILIAR_CONTAINMENT) {
          familiar.add(other.peer.story());
        }
      }
    }
    features.put(Feature.RIVAL, rival);
    features.put(Feature.RIVAL_TITLE, Math.min(rivalTitle, likeness.title()));
    features.put(Feature.FAMILIAR, Math.min(1, familiar.size() / FAMILIAR_STORIES));
    return new Comparison(
        pair.peer.arrival().id(),
        pair.peer.story(),
        pair.peer.arrival().title(),
        named(features),
        likeness.containment(),
        pair.areLookAlikes ? 0 : Weights.learned().score(features),
        pair.areLookAlikes);
  }

  private static Map<String, Double> named(Map<Feature, Double> features) {
    Map<String, Double> named = new LinkedHashMap<>();
    features.forEach((feature, value) -> named.put(feature.name(), value));
    return Collections.unmodifiableMap(named);
  }
}
