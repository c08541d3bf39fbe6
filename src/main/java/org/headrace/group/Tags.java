package org.headrace.group;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.headrace.model.Arrival;
import org.headrace.model.ArticleId;
import org.headrace.model.Fingerprint;
import org.headrace.model.SourceId;
import org.headrace.model.StableHash;

/**
 * What an article is looked up by. A tag is 32 bits of a hash of what it stands for and of the kind
 * of thing that is, so that one table holds all kinds. Zero stands for nothing.
 */
final class Tags {
  private static final long LINK = 0x11;
  private static final long TEXT = 0x22;
  private static final long LINE = 0x33;
  private static final long PAIR = 0x44;
  private static final long TAIL = 0x55;
  private static final long ARTICLE = 0x66;

  private Tags() {}

  /**
   * All tags under which an article is found, each once, but for that of its id.
   *
   * @param lines those of its text
   */
  static int[] of(Arrival arrival, List<Line> lines) {
    Fingerprint fingerprint = arrival.fingerprint();
    IntStream.Builder tags = IntStream.builder();
    tags.add(link(arrival.address())).add(link(arrival.canonical()));
    tags.add(text(fingerprint.textHash()));
    tags.add(tail(arrival.source(), fingerprint));
    for (int tag : Sketch.of(fingerprint.body())) {
      tags.add(tag);
    }
    lines.forEach(line -> tags.add(line.tag()));
    Headline.pairs(fingerprint).forEach(tags::add);
    int[] all = tags.build().toArray();
    return Arrays.copyOf(all, distinct(all));
  }

  /** Moves each that is not 0 to the front, once; gives how many there are. */
  private static int distinct(int[] tags) {
    int length = 0;
    for (int tag : tags) {
      boolean isKnown = tag == 0;
      for (int i = 0; i < length && !isKnown; i++) {
        isKnown = tags[i] == tag;
      }
      if (!isKnown) {
        tags[length++] = tag;
      }
    }
    return length;
  }

  static int article(ArticleId id) {
    return tag(ARTICLE, id.value());
  }

  static int link(String address) {
    return address.isEmpty() ? 0 : tag(LINK, StableHash.of(address));
  }

  static int text(long textHash) {
    return textHash == 0 ? 0 : tag(TEXT, textHash);
  }

  static int line(long words) {
    return tag(LINE, words);
  }

  static int pair(int first, int second) {
    return tag(PAIR, ((long) first << Integer.SIZE) | second);
  }

  /** What stands behind the last separator of a source's headline. */
  static int tail(SourceId source, Fingerprint fingerprint) {
    if (fingerprint.titleTail() == 0) {
      return 0;
    }
    long words = source.value();
    int length = fingerprint.title().length();
    for (int i = length - fingerprint.titleTail(); i < length; i++) {
      words = mixed(words) + fingerprint.title().hash(i);
    }
    return tag(TAIL, words);
  }

  private static int tag(long kind, long value) {
    return (int) mixed(mixed(value) + kind);
  }

  /**
   * Spreads a number over all 64 bits; no two numbers become the same.
   *
   * @see <a
   *     href="https://zimbry.blogspot.com/2011/09/better-bit-mixing-improving-on.html">Stafford,
   *     variant 13</a>
   */
  static long mixed(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
