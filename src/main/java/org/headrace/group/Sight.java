package org.headrace.group;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.headrace.model.ArticleId;
import org.headrace.model.StoryId;

/**
 * What can be seen of the memory when one article arrives: not what is older than the window, and
 * never the article itself.
 */
record Sight(Memory memory, long firstDay, ArticleId self) {
  List<Known> with(int tag) {
    List<Known> known = memory.with(tag, firstDay);
    known.removeIf(one -> one.arrival().id().equals(self));
    return known;
  }

  /** The stories of {@code known}, each once. */
  static Set<StoryId> stories(List<Known> known) {
    Set<StoryId> stories = new HashSet<>();
    known.forEach(one -> stories.add(one.story()));
    return stories;
  }
}
