package org.headrace.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headrace.model.SourceId;
import org.headrace.store.StoryMark;

/**
 * Fills a feed so that no source has more than its share, as long as others have something; what is
 * left then goes to the newest of the others. A pure decision.
 */
final class FairShare {
  private static final Comparator<StoryMark> NEWEST_FIRST =
      Comparator.comparing(StoryMark::published)
          .thenComparing(mark -> mark.id().value())
          .reversed();

  private final int room;
  private final int share;
  private final List<StoryMark> taken = new ArrayList<>();
  private final List<StoryMark> beyond = new ArrayList<>();
  private final Map<SourceId, Integer> bySource = new HashMap<>();

  /** For a feed of {@code room} stories, of which one source may fill {@code percent}. */
  FairShare(int room, int percent) {
    this.room = room;
    this.share = Math.max(1, (int) Math.ceil(room * (percent / 100.0)));
  }

  /** Offers the next story, from the newest on. */
  void offer(StoryMark mark) {
    int before = bySource.getOrDefault(mark.source(), 0);
    if (taken.size() < room && before < share) {
      bySource.put(mark.source(), before + 1);
      taken.add(mark);
    } else {
      beyond.add(mark);
    }
  }

  /** True if nothing that is offered now can change the feed. */
  boolean isFull() {
    return taken.size() >= room;
  }

  /** What the feed has, newest first. */
  List<StoryMark> chosen() {
    List<StoryMark> chosen = new ArrayList<>(taken);
    beyond.stream().limit(Math.max(0, room - taken.size())).forEach(chosen::add);
    chosen.sort(NEWEST_FIRST);
    return chosen;
  }
}
