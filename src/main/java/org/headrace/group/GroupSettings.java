package org.headrace.group;

import java.time.Duration;

/**
 * How articles are grouped into stories.
 *
 * @param strictness how alike two articles must be to be one story
 * @param window how long an article is remembered; whole days count, at least one
 */
public record GroupSettings(Strictness strictness, Duration window) {
  /** What suits most feeds. */
  public static final GroupSettings USUAL =
      new GroupSettings(Strictness.SAME_STORY, Duration.ofDays(7));

  /** Refuses a window that is shorter than a day. */
  public GroupSettings {
    if (window.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("group window (" + window + ") is shorter than a day");
    }
  }
}
