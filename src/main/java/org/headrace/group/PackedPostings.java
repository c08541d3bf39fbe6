package org.headrace.group;

import java.util.BitSet;
import java.util.stream.LongStream;

/**
 * Which articles of a day carry a tag, in one number each: what never changes can lie close.
 *
 * <p>The first bits of a tag choose a bucket; an entry holds the rest of the tag and, in its last
 * bits, the article. There are at least as many buckets as articles, so no bit of a tag is lost.
 * Within a bucket entries rise.
 */
final class PackedPostings {
  static final PackedPostings NONE = new PackedPostings(1, 1, new int[3], new int[0]);

  private static final int ENTRIES_PER_BUCKET_BITS = 4;

  private final int articleBits;
  private final int bucketBits;
  private final int[] starts;
  private final int[] entries;

  private PackedPostings(int articleBits, int bucketBits, int[] starts, int[] entries) {
    this.articleBits = articleBits;
    this.bucketBits = bucketBits;
    this.starts = starts;
    this.entries = entries;
  }

  /**
   * These entries and others.
   *
   * @param articles how many articles there are
   * @param gone those of them that are left out
   */
  PackedPostings with(Postings others, int articles, BitSet gone) {
    int forArticles = Math.max(1, bits(articles - 1));
    int forEntries = bits(entries.length + others.length()) - ENTRIES_PER_BUCKET_BITS;
    Filling filling = new Filling(forArticles, Math.max(forArticles, forEntries));
    boolean isSameForm =
        gone.isEmpty() && filling.articleBits == articleBits && filling.bucketBits == bucketBits;
    long[] byTag = others.byTag();
    long[] there = gone.isEmpty() ? byTag : without(byTag, gone);
    for (long entry : there) {
      filling.count((int) (entry >>> Integer.SIZE));
    }
    if (isSameForm) {
      filling.countAll(this);
    } else {
      each((tag, article) -> filling.count(tag), gone);
    }
    PackedPostings merged = filling.begin();
    if (isSameForm) {
      filling.appendAll(this);
    } else {
      each(filling::append, gone);
    }
    for (long entry : there) {
      filling.insert((int) (entry >>> Integer.SIZE), (int) entry);
    }
    return merged;
  }

  private static long[] without(long[] entries, BitSet gone) {
    return LongStream.of(entries).filter(entry -> !gone.get((int) entry)).toArray();
  }

  /** Takes a tag and an article that carries it. */
  interface Entry {
    void take(int tag, int article);
  }

  /** Shows all entries, by their tags, but for those of articles that are gone. */
  void each(Entry entry, BitSet gone) {
    boolean areAllThere = gone.isEmpty();
    int forArticle = mask(articleBits);
    for (int bucket = 0; bucket + 1 < starts.length; bucket++) {
      for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
        int article = entries[i] & forArticle;
        if (areAllThere || !gone.get(article)) {
          entry.take(tag(bucket, entries[i]), article);
        }
      }
    }
  }

  /** How many entries there are. */
  int size() {
    return entries.length;
  }

  private static int bits(int number) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(number);
  }

  private static int mask(int bits) {
    return (1 << bits) - 1;
  }

  private int tag(int bucket, int entry) {
    return (bucket << (Integer.SIZE - bucketBits)) | (entry >>> articleBits);
  }

  /** Any entry near those of a tag: after that they are in the processor's cache. */
  int near(int tag) {
    int place = starts[tag >>> (Integer.SIZE - bucketBits)];
    return place < entries.length ? entries[place] : 0;
  }

  /** Finds the articles that carry a tag, the newest first, until {@code search} has enough. */
  boolean find(int tag, Search search) {
    int bucket = tag >>> (Integer.SIZE - bucketBits);
    int rest = tag & mask(Integer.SIZE - bucketBits);
    int from = starts[bucket];
    for (int i = starts[bucket + 1] - 1; i >= from; i--) {
      int other = entries[i] >>> articleBits;
      if (other < rest) {
        return true;
      }
      if (other == rest && !search.see(entries[i] & mask(articleBits))) {
        return false;
      }
    }
    return true;
  }

  /** Fills postings: first all entries are counted, then each goes to its bucket. */
  private static final class Filling {
    private final int articleBits;
    private final int bucketBits;
    private final int[] starts;
    private int[] ends = new int[0]; // of what each bucket holds so far
    private int[] entries = new int[0];

    Filling(int articleBits, int bucketBits) {
      this.articleBits = articleBits;
      this.bucketBits = bucketBits;
      starts = new int[(1 << bucketBits) + 1];
    }

    void count(int tag) {
      starts[bucket(tag) + 1]++;
    }

    void countAll(PackedPostings others) {
      for (int bucket = 0; bucket + 1 < starts.length; bucket++) {
        starts[bucket + 1] += others.starts[bucket + 1] - others.starts[bucket];
      }
    }

    /** Takes what others of the same form have. */
    void appendAll(PackedPostings others) {
      for (int bucket = 0; bucket + 1 < starts.length; bucket++) {
        int from = others.starts[bucket];
        int length = others.starts[bucket + 1] - from;
        System.arraycopy(others.entries, from, entries, ends[bucket], length);
        ends[bucket] += length;
      }
    }

    PackedPostings begin() {
      for (int i = 1; i < starts.length; i++) {
        starts[i] += starts[i - 1];
      }
      ends = starts.clone();
      entries = new int[starts[starts.length - 1]];
      return new PackedPostings(articleBits, bucketBits, starts, entries);
    }

    /** Takes what is behind all of its bucket. */
    void append(int tag, int article) {
      entries[ends[bucket(tag)]++] = entry(tag, article);
    }

    /** Takes what belongs anywhere in its bucket. */
    void insert(int tag, int article) {
      int bucket = bucket(tag);
      int entry = entry(tag, article);
      int place = ends[bucket]++;
      while (place > starts[bucket] && Integer.compareUnsigned(entries[place - 1], entry) > 0) {
        entries[place] = entries[place - 1];
        place--;
      }
      entries[place] = entry;
    }

    private int bucket(int tag) {
      return tag >>> (Integer.SIZE - bucketBits);
    }

    private int entry(int tag, int article) {
      return ((tag & mask(Integer.SIZE - bucketBits)) << articleBits) | article;
    }
  }
}
