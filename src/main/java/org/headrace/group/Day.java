package org.headrace.group;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.headrace.model.ArticleId;
import org.headrace.model.Remembered;
import org.headrace.model.SourceId;
import org.headrace.model.StoryId;

/**
 * The articles seen on one day and what they are found by, in primitive arrays. The newest are
 * found in a table that grows easily; now and then they are packed.
 */
final class Day {
  private static final int MOST_UNPACKED = 4096;
  private static final int GROWTH = 1024;
  private static final long GONE = Long.MIN_VALUE;

  final long date;
  private long[] ids = new long[0];
  private long[] sources = new long[0];
  private long[] stories = new long[0];
  private char[] words = new char[0];
  private int length;
  private PackedPostings packed = PackedPostings.NONE;
  private Postings open = new Postings();
  private int packedArticles;

  Day(long date) {
    this.date = date;
  }

  void add(Remembered remembered) {
    if (length == ids.length) {
      resize(length + length / 4 + GROWTH);
    }
    ids[length] = remembered.article().value();
    sources[length] = remembered.source().value();
    stories[length] = remembered.story().value();
    words[length] = (char) remembered.marks().words();
    open.add(Tags.article(remembered.article()), length);
    for (int i = 0; i < remembered.marks().size(); i++) {
      open.add(remembered.marks().tag(i), length);
    }
    length++;
    if (length - packedArticles >= MOST_UNPACKED) {
      pack();
    }
  }

  /** Nothing more is expected of this day: makes what it holds as small as it can be. */
  void settle() {
    if (length > packedArticles) {
      pack();
    }
    resize(length);
  }

  private void pack() {
    packed = packed.with(open.keys(), length, this::isThere);
    open = new Postings();
    packedArticles = length;
  }

  private void resize(int size) {
    ids = Arrays.copyOf(ids, size);
    sources = Arrays.copyOf(sources, size);
    stories = Arrays.copyOf(stories, size);
    words = Arrays.copyOf(words, size);
  }

  /** Forgets one article, if it is of this day. */
  void remove(ArticleId id) {
    each(
        Tags.article(id),
        article -> {
          boolean isOther = ids[article] != id.value();
          ids[article] = isOther ? ids[article] : GONE;
          return isOther;
        });
  }

  /** Shows the articles that carry a tag, the newest first, until one is enough. */
  boolean each(int tag, IntPredicate wantsMore) {
    IntPredicate ofThose = article -> !isThere(article) || wantsMore.test(article);
    return open.each(tag, ofThose) && packed.each(tag, ofThose);
  }

  private boolean isThere(int article) {
    return ids[article] != GONE;
  }

  boolean is(int article, ArticleId id) {
    return ids[article] == id.value();
  }

  long source(int article) {
    return sources[article];
  }

  long story(int article) {
    return stories[article];
  }

  Known known(int article) {
    return new Known(
        new ArticleId(ids[article]),
        new SourceId(sources[article]),
        new StoryId(stories[article]),
        words[article]);
  }
}
