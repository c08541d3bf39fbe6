package org.headrace.group;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Which articles of a day carry a tag: a table by open addressing, in primitive arrays, of lists
 * that have the newest article first. A tag is 32 bits of a hash, so what is found must be looked
 * at.
 */
final class Postings {
  private static final int NOTHING = -1;

  private int[] tags = new int[1024];
  private int[] heads = filled(1024);
  private int used;
  private int[] articles = new int[1024];
  private int[] next = new int[1024];
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
      articles = Arrays.copyOf(articles, 2 * length);
      next = Arrays.copyOf(next, 2 * length);
    }
    int place = place(tag);
    if (heads[place] == NOTHING) {
      tags[place] = tag;
      used++;
    }
    articles[length] = article;
    next[length] = heads[place];
    heads[place] = length++;
  }

  /** Shows at most {@code most} articles that carry a tag, the newest first. */
  void each(int tag, int most, IntConsumer article) {
    int at = heads[place(tag)];
    for (int i = 0; i < most && at != NOTHING; i++) {
      if (articles[at] != NOTHING) {
        article.accept(articles[at]);
      }
      at = next[at];
    }
  }

  /** Takes an article from the list of a tag. A list that gets empty keeps its place. */
  void remove(int tag, int article) {
    int place = place(tag);
    int previous = NOTHING;
    for (int at = heads[place]; at != NOTHING; at = next[at]) {
      if (articles[at] == article) {
        unlink(place, previous, at);
        return;
      }
      previous = at;
    }
  }

  private void unlink(int place, int previous, int at) {
    if (previous != NOTHING) {
      next[previous] = next[at];
    } else if (next[at] != NOTHING) {
      heads[place] = next[at];
    } else {
      articles[at] = NOTHING; // the only one: the tag must stay for those placed behind it
    }
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
