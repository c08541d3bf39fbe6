package org.headrace.group;

import java.util.Arrays;
import java.util.BitSet;
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

  /**
   * Read again from the store, without being looked for: so that a day is packed but once or so.
   */
  private static final int MOST_UNSEARCHED = 1 << 16;

  private static final BitSet NONE_GONE = new BitSet();
  private static final int GROWTH = 1024;

  /** No place. */
  static final int NOWHERE = -1;

  final long date;
  private long[] ids = new long[0];
  private long[] sources = new long[0];
  private long[] stories = new long[0];
  private char[] words = new char[0];
  private long lowest = Long.MAX_VALUE;
  private long highest = Long.MIN_VALUE;
  private int length;
  private PackedPostings packed = PackedPostings.NONE;
  private Postings open = new Postings();
  private int packedArticles;
  private final BitSet gone = new BitSet();

  Day(long date) {
    this.date = date;
  }

  void add(Remembered remembered) {
    if (length == ids.length) {
      resize(length + length / 4 + GROWTH);
    }
    long id = remembered.article().value();
    lowest = Math.min(lowest, id);
    highest = Math.max(highest, id);
    ids[length] = id;
    sources[length] = remembered.source().value();
    stories[length] = remembered.story().value();
    words[length] = (char) remembered.marks().words();
    open.add(Tags.article(remembered.article()), length);
    for (int i = 0; i < remembered.marks().size(); i++) {
      open.add(remembered.marks().tag(i), length);
    }
    length++;
    if (length - packedArticles >= (open.isSearched() ? MOST_UNPACKED : MOST_UNSEARCHED)) {
      pack();
    }
  }

  /** How many entries there are, those of articles that are gone included. */
  int entries() {
    return packed.size() + open.length();
  }

  /** Shows all entries. */
  void each(PackedPostings.Entry entry) {
    packed.each(entry, NONE_GONE);
    for (int i = 0; i < open.length(); i++) {
      entry.take(open.tag(i), open.article(i));
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
    packed = packed.with(open, length, gone);
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
    int article = find(id);
    if (article != NOWHERE) {
      gone.set(article);
    }
  }

  /** Where an article stands; {@link #NOWHERE} if it is not of this day. */
  int find(ArticleId id) {
    if (id.value() < lowest || id.value() > highest) {
      return NOWHERE;
    }
    int[] found = {NOWHERE};
    Search search =
        new Search() {
          @Override
          boolean wants(int article) {
            found[0] = ids[article] == id.value() ? article : NOWHERE;
            return found[0] == NOWHERE;
          }
        };
    find(Tags.article(id), search, NOWHERE, Integer.MAX_VALUE);
    return found[0];
  }

  /** See {@link PackedPostings#near}. */
  int near(int tag) {
    return packed.near(tag);
  }

  /** Shows the articles that carry a tag but for one, the newest first. */
  void find(int tag, Search search, int except, int most) {
    search.begin(gone, except, most);
    boolean wantsMore = length == packedArticles || open.find(tag, search);
    if (wantsMore) {
      packed.find(tag, search);
    }
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
