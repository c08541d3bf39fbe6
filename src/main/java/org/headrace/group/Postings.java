package org.headrace.group;

import java.util.Arrays;

/**
 * Which articles of a day carry a tag: a table by open addressing, in primitive arrays, of lists
 * that have the newest article first.
 */
final class Postings {
  private static final int NOTHING = -1;
  private static final int FIRST_SIZE = 16;

  private int[] tags = new int[FIRST_SIZE];
  private int[] heads = filled(FIRST_SIZE);
  private int used;
  private int[] tagsOf = new int[FIRST_SIZE];
  private int[] articles = new int[FIRST_SIZE];
  private int[] next = new int[FIRST_SIZE];
  private int length;

  private static int[] filled(int size) {
    int[] heads = new int[size];
    Arrays.fill(heads, NOTHING);
    return heads;
  }

  void add(int tag, int article) {
    if (used * 10 > tags.length * 6) {
      grow();
    }
    if (length == articles.length) {
      tagsOf = Arrays.copyOf(tagsOf, 2 * length);
      articles = Arrays.copyOf(articles, 2 * length);
      next = Arrays.copyOf(next, 2 * length);
    }
    int place = place(tag);
    if (heads[place] == NOTHING) {
      tags[place] = tag;
      used++;
    }
    tagsOf[length] = tag;
    articles[length] = article;
    next[length] = heads[place];
    heads[place] = length++;
  }

  /** Finds the articles that carry a tag, the newest first, until {@code search} has enough. */
  boolean find(int tag, Search search) {
    for (int at = heads[place(tag)]; at != NOTHING; at = next[at]) {
      if (!search.see(articles[at])) {
        return false;
      }
    }
    return true;
  }

  /** All that was added, in the order of {@link PackedPostings#key}. */
  long[] keys() {
    long[] keys = new long[length];
    for (int i = 0; i < length; i++) {
      keys[i] = PackedPostings.key(tagsOf[i], articles[i]);
    }
    Arrays.sort(keys);
    return keys;
  }

  private int place(int tag) {
    int mask = tags.length - 1;
    int place = (tag * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(tags.length) + 1);
    while (heads[place] != NOTHING && tags[place] != tag) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    int[] oldTags = tags;
    int[] oldHeads = heads;
    tags = new int[2 * oldTags.length];
    heads = filled(tags.length);
    for (int i = 0; i < oldTags.length; i++) {
      if (oldHeads[i] != NOTHING) {
        int place = place(oldTags[i]);
        tags[place] = oldTags[i];
        heads[place] = oldHeads[i];
      }
    }
  }
}
