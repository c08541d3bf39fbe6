package org.headrace.group;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headrace.model.Arrival;
import org.headrace.model.ArticleId;

/** The articles last asked for in full: those of a story that is told just now are asked again. */
final class Shelf {
  private static final int MOST_WORDS = 1 << 20;

  private final Map<ArticleId, Arrival> lastUsed = new LinkedHashMap<>(16, 0.75f, true);
  private int words;

  /** The articles, in the order of {@code ids}, without those gone. */
  List<Arrival> articles(Collection<ArticleId> ids, Recall recall) {
    List<ArticleId> missing = ids.stream().filter(id -> !lastUsed.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      recall.articles(missing).forEach(this::put);
    }
    List<Arrival> found = new ArrayList<>();
    for (ArticleId id : ids) {
      Arrival arrival = lastUsed.get(id);
      if (arrival != null) {
        found.add(arrival);
      }
    }
    makeRoom();
    return found;
  }

  private void put(Arrival arrival) {
    remove(arrival.id());
    lastUsed.put(arrival.id(), arrival);
    words += weight(arrival);
  }

  /** Forgets an article, for it has changed. */
  void remove(ArticleId id) {
    Arrival known = lastUsed.remove(id);
    words -= known == null ? 0 : weight(known);
  }

  private void makeRoom() {
    var eldest = lastUsed.values().iterator();
    while (words > MOST_WORDS && eldest.hasNext()) {
      words -= weight(eldest.next());
      eldest.remove();
    }
  }

  /** About how many words' room it takes. */
  private static int weight(Arrival arrival) {
    int texts =
        arrival.title().length() + arrival.address().length() + arrival.canonical().length();
    return 200 + texts + arrival.fingerprint().body().length();
  }
}
