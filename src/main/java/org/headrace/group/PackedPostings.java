package org.headrace.group;

import java.util.function.IntPredicate;

/**
 * Which articles of a day carry a tag, in one number each: what never changes can lie close.
 *
 * <p>The first bits of a tag choose a bucket; an entry holds the rest of the tag and, in its last
 * bits, the article. There are at least as many buckets as articles, so no bit of a tag is lost.
 * Within a bucket entries rise.
 */
final class PackedPostings {
  static final PackedPostings NONE = new PackedPostings(1, 1, 0);

  private static final int ENTRIES_PER_BUCKET_BITS = 3;

  private final int articleBits;
  private final int bucketBits;
  private final int[] starts;
  private final int[] entries;

  private PackedPostings(int articleBits, int bucketBits, int size) {
    this.articleBits = articleBits;
    this.bucketBits = bucketBits;
    starts = new int[(1 << bucketBits) + 1];
    entries = new int[size];
  }

  /** A tag and an article as one number; they sort by the tag, then by the article. */
  static long key(int tag, int article) {
    return (Integer.toUnsignedLong(tag) << (Integer.SIZE - 1)) | article;
  }

  private static int tag(long key) {
    return (int) (key >>> (Integer.SIZE - 1));
  }

  private static int article(long key) {
    return (int) key & Integer.MAX_VALUE;
  }

  /**
   * These entries and others.
   *
   * @param keys made by {@link #key}, rising
   * @param articles how many articles there are, of which some may be gone
   */
  PackedPostings with(long[] keys, int articles, IntPredicate isThere) {
    int size = entries.length + keys.length;
    int forArticles = Math.max(1, bits(articles - 1));
    int forEntries = bits(size) - ENTRIES_PER_BUCKET_BITS;
    PackedPostings merged =
        new PackedPostings(forArticles, Math.max(forArticles, forEntries), size);
    Filling filling = new Filling(merged, isThere);
    int next = 0;
    for (int bucket = 0; bucket + 1 < starts.length; bucket++) {
      for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
        long old = key(tag(bucket, entries[i]), entries[i] & mask(articleBits));
        while (next < keys.length && keys[next] < old) {
          filling.add(keys[next++]);
        }
        filling.add(old);
      }
    }
    while (next < keys.length) {
      filling.add(keys[next++]);
    }
    filling.end();
    return merged;
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

  /** Fills postings with keys that rise. */
  private static final class Filling {
    private final PackedPostings filled;
    private final IntPredicate isThere;
    private int bucket;
    private int length;

    Filling(PackedPostings filled, IntPredicate isThere) {
      this.filled = filled;
      this.isThere = isThere;
    }

    void add(long key) {
      if (!isThere.test(article(key))) {
        return;
      }
      int shift = Integer.SIZE - filled.bucketBits;
      endBucketsBefore(tag(key) >>> shift);
      filled.entries[length++] = ((tag(key) & mask(shift)) << filled.articleBits) | article(key);
    }

    void end() {
      endBucketsBefore(filled.starts.length - 1);
    }

    private void endBucketsBefore(int next) {
      while (bucket < next) {
        filled.starts[++bucket] = length;
      }
    }
  }
}
