package org.headrace.group;

import java.util.Arrays;

/**
 * Which articles of a day carry a tag, as they come: rows of numbers, and chains through them that
 * have the newest first. The chains are made when somebody looks; a day that is only read again
 * from the store never needs them.
 */
final class Postings {
  private static final int NOTHING = -1;
  private static final int FIRST_SIZE = 16;
  private static final int SWEEP_BITS = 12;

  private int[] tags = new int[FIRST_SIZE];
  private int[] articles = new int[FIRST_SIZE];
  private int length;
  private int[] heads = filled(2 * FIRST_SIZE);
  private int[] next = new int[FIRST_SIZE];
  private int chained;

  private static int[] filled(int size) {
    int[] heads = new int[size];
    Arrays.fill(heads, NOTHING);
    return heads;
  }

  void add(int tag, int article) {
    if (length == tags.length) {
      int more = length + length / 2;
      tags = Arrays.copyOf(tags, more);
      articles = Arrays.copyOf(articles, more);
    }
    tags[length] = tag;
    articles[length] = article;
    length++;
  }

  /** How many entries there are. */
  int length() {
    return length;
  }

  int tag(int entry) {
    return tags[entry];
  }

  int article(int entry) {
    return articles[entry];
  }

  /**
   * The entries roughly in the order of their tags: a table by tags is then filled in a sweep. Of
   * each number the upper half is the tag, the lower the article.
   */
  long[] byTag() {
    int[] ends = new int[(1 << SWEEP_BITS) + 1];
    for (int i = 0; i < length; i++) {
      ends[(tags[i] >>> (Integer.SIZE - SWEEP_BITS)) + 1]++;
    }
    for (int i = 1; i < ends.length; i++) {
      ends[i] += ends[i - 1];
    }
    long[] ordered = new long[length];
    for (int i = 0; i < length; i++) {
      ordered[ends[tags[i] >>> (Integer.SIZE - SWEEP_BITS)]++] =
          ((long) tags[i] << Integer.SIZE) | articles[i];
    }
    return ordered;
  }

  /** True if somebody has looked. */
  boolean isSearched() {
    return chained > 0;
  }

  /** Finds the articles that carry a tag, the newest first, until {@code search} has enough. */
  boolean find(int tag, Search search) {
    chain();
    for (int at = heads[place(tag)]; at != NOTHING; at = next[at]) {
      if (tags[at] == tag && !search.see(articles[at])) {
        return false;
      }
    }
    return true;
  }

  private void chain() {
    if (chained == length) {
      return;
    }
    if (next.length < length) {
      next = Arrays.copyOf(next, tags.length);
    }
    if (heads.length < length) {
      heads = filled(4 * Integer.highestOneBit(length));
      chained = 0;
    }
    for (; chained < length; chained++) {
      int place = place(tags[chained]);
      next[chained] = heads[place];
      heads[place] = chained;
    }
  }

  private int place(int tag) {
    return (tag * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(heads.length) + 1);
  }
}
