package org.headrace.group;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.headrace.model.Arrival;
import org.headrace.model.ArticleId;
import org.jspecify.annotations.Nullable;

/** The known articles that one arrival is compared with: each is asked for and read once. */
final class Peers {
  private final Sight sight;
  private final Shelf shelf;
  private final Recall recall;
  private final Map<ArticleId, Peer> read = new HashMap<>();

  private @Nullable List<Known> titled;

  Peers(Sight sight, Shelf shelf, Recall recall) {
    this.sight = sight;
    this.shelf = shelf;
    this.recall = recall;
  }

  Sight sight() {
    return sight;
  }

  /** Those that share some of the text or of the headline. */
  List<Peer> candidates(Reading reading) {
    Set<Known> known = new LinkedHashSet<>(Candidates.sharingSketch(reading, sight));
    known.addAll(titled(reading));
    return of(known);
  }

  /** Those that share some of the headline. */
  List<Peer> sharingTitle(Reading reading) {
    return of(titled(reading));
  }

  private List<Known> titled(Reading reading) {
    if (titled == null) {
      titled = Candidates.sharingTitle(reading, sight);
    }
    return titled;
  }

  /** Those of {@code known} that can still be had, in their order. */
  List<Peer> of(Collection<Known> known) {
    Map<ArticleId, Known> unread = new HashMap<>();
    Set<ArticleId> ids = new LinkedHashSet<>();
    for (Known one : known) {
      if (!read.containsKey(one.id()) && ids.add(one.id())) {
        unread.put(one.id(), one);
      }
    }
    for (Arrival arrival : shelf.articles(ids, recall)) {
      Known one = Objects.requireNonNull(unread.get(arrival.id()));
      read.put(one.id(), new Peer(one.story(), new Reading(arrival, sight)));
    }
    return known.stream().map(one -> read.get(one.id())).filter(Objects::nonNull).toList();
  }
}
