package org.headrace.group;

import org.jspecify.annotations.Nullable;

/** In how many different stories something stands, counted as far as it matters. */
final class Spread extends Search {
  /** More stories than this say no more. */
  static final int ENOUGH_ANYWHERE = 8;

  /** More stories of one source than this say no more. */
  static final int ENOUGH_HERE = 6;

  private final long source;
  private @Nullable Day day;
  private long @Nullable [] stories; // those of the source first
  private int anywhere;
  private int here;

  Spread(long source) {
    this.source = source;
  }

  void begin(Day next) {
    day = next;
  }

  @Override
  boolean wants(int article) {
    if (day != null) {
      count(day.story(article), day.source(article) == source);
    }
    return !isEnough();
  }

  private void count(long story, boolean isHere) {
    if (stories == null) {
      stories = new long[ENOUGH_ANYWHERE];
    }
    int known = 0;
    while (known < anywhere && stories[known] != story) {
      known++;
    }
    if (known == anywhere) {
      stories[anywhere++] = story;
    }
    if (isHere && known >= here) {
      stories[known] = stories[here];
      stories[here++] = story;
    }
  }

  /** True if nothing more need be counted. */
  boolean isEnough() {
    return anywhere >= ENOUGH_ANYWHERE || here >= ENOUGH_HERE;
  }

  /** How many stories, as far as counted. */
  int anywhere() {
    return anywhere;
  }

  /** How many of the source's own. */
  int here() {
    return here;
  }
}
