package org.headrace.store;

import java.util.List;
import java.util.Set;
import org.headrace.model.Story;

/**
 * The right to write on the log of stories, for a while.
 *
 * @param fence number of the claim: whoever comes with an older one changes nothing
 * @param lines what is to be written next, in the order of the changes
 * @param through the change up to which the log is written when all lines are
 */
public record StoryTurn(long fence, List<Line> lines, long through) {
  public StoryTurn {
    lines = List.copyOf(lines);
  }

  /**
   * The change up to which the log is written when only some lines are.
   *
   * @param written the changes of those lines
   */
  public long through(Set<Long> written) {
    return lines.stream()
        .map(Line::change)
        .filter(change -> !written.contains(change))
        .findFirst()
        .map(first -> first - 1)
        .orElse(through);
  }

  /**
   * A story that is new or has changed.
   *
   * @param change number of its last change: later ones of the same story have greater numbers
   */
  public record Line(long change, Story story) {}
}
