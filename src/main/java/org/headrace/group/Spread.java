package org.headrace.group;

/** In how many different stories something stands, counted as far as it matters. */
final class Spread {
  /** More stories than this say no more. */
  static final int ENOUGH_ANYWHERE = 8;

  /** More stories of one source than this say no more. */
  static final int ENOUGH_HERE = 6;

  private final long source;
  private final long[] stories = new long[ENOUGH_ANYWHERE];
  private final long[] storiesHere = new long[ENOUGH_HERE];
  private int anywhere;
  private int here;

  Spread(long source) {
    this.source = source;
  }

  /** Counts an article; false if nothing more need be counted. */
  boolean add(long ofSource, long story) {
    anywhere = counted(stories, anywhere, story);
    if (ofSource == source) {
      here = counted(storiesHere, here, story);
    }
    return anywhere < ENOUGH_ANYWHERE && here < ENOUGH_HERE;
  }

  private static int counted(long[] known, int length, long story) {
    for (int i = 0; i < length; i++) {
      if (known[i] == story) {
        return length;
      }
    }
    known[length] = story;
    return length + 1;
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
