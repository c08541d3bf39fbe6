package org.headrace.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headrace.model.Story;
import org.headrace.model.StoryId;
import org.headrace.store.Store;
import org.headrace.store.StoryMark;

/**
 * The stories that are published, as they were read last: one that did not change since is not read
 * again, and comes as the same object.
 */
final class StoryShelf {
  private final Store store;
  private Map<StoryId, Held> before = new HashMap<>();
  private Map<StoryId, Held> now = new HashMap<>();

  private record Held(StoryMark mark, Story story) {}

  StoryShelf(Store store) {
    this.store = store;
  }

  /**
   * Begins anew. What was not asked for since the last time is put away.
   *
   * @param renamed true if sources may have other names now: then everything is read again
   */
  void turn(boolean renamed) {
    before = renamed ? new HashMap<>() : now;
    now = new HashMap<>();
  }

  /** The stories that bear {@code marks}, in that order; what is gone meanwhile is missing. */
  List<Story> take(List<StoryMark> marks) {
    List<StoryMark> missing = marks.stream().filter(mark -> !holds(mark)).toList();
    if (!missing.isEmpty()) {
      Map<StoryId, Story> read = new HashMap<>();
      store
          .stories()
          .read(missing.stream().map(StoryMark::id).toList())
          .forEach(story -> read.put(story.id(), story));
      for (StoryMark mark : missing) {
        Story story = read.get(mark.id());
        if (story != null) {
          now.put(mark.id(), new Held(mark, story));
        }
      }
    }
    List<Story> stories = new ArrayList<>();
    for (StoryMark mark : marks) {
      Held held = now.get(mark.id());
      if (held != null) {
        stories.add(held.story);
      }
    }
    return stories;
  }

  private boolean holds(StoryMark mark) {
    Held held = now.getOrDefault(mark.id(), before.get(mark.id()));
    boolean same = held != null && held.mark.equals(mark);
    if (held != null && same) {
      now.put(mark.id(), held);
    }
    return same;
  }
}
