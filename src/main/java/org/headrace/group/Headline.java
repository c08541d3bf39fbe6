package org.headrace.group;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.headrace.model.Fingerprint;
import org.headrace.model.Words;

/**
 * What a headline says: its content words, each once, in no order of theirs.
 *
 * @param words hashes, rising
 * @param figures hashes of those that are figures, rising
 */
record Headline(int[] words, int[] figures) {
  private static final int FEWEST_BEFORE_TAIL = 3;
  private static final int LONGEST_TAIL = 5;

  static Headline whole(Fingerprint fingerprint) {
    return of(fingerprint.title(), fingerprint.title().length());
  }

  /** Without what stands behind the last separator, if enough stands before it. */
  static Headline withoutTail(Fingerprint fingerprint) {
    int tail = fingerprint.titleTail();
    if (tail == 0 || tail > LONGEST_TAIL) {
      return whole(fingerprint);
    }
    Headline before = of(fingerprint.title(), fingerprint.title().length() - tail);
    return before.size() < FEWEST_BEFORE_TAIL ? whole(fingerprint) : before;
  }

  private static Headline of(Words title, int end) {
    return new Headline(
        hashes(title, end, title::isContent),
        hashes(title, end, place -> title.kind(place) == Words.Kind.FIGURE));
  }

  private static int[] hashes(Words title, int end, IntPredicate which) {
    return IntStream.range(0, end).filter(which).map(title::hash).sorted().distinct().toArray();
  }

  /** Tags of words that stand side by side, with and without the tail. */
  static IntStream pairs(Fingerprint fingerprint) {
    return IntStream.concat(whole(fingerprint).pairs(), withoutTail(fingerprint).pairs())
        .distinct();
  }

  private IntStream pairs() {
    return IntStream.range(1, words.length).map(i -> Tags.pair(words[i - 1], words[i]));
  }

  boolean has(int word) {
    return Arrays.binarySearch(words, word) >= 0;
  }

  int size() {
    return words.length;
  }

  int shared(Headline other) {
    return (int) Arrays.stream(words).filter(other::has).count();
  }

  /** True if both have the same figures. */
  boolean sameFigures(Headline other) {
    return Arrays.equals(figures, other.figures);
  }

  /** Shared words by all words, 0 to 1. */
  double likeness(Headline other) {
    int shared = shared(other);
    int all = size() + other.size() - shared;
    return all == 0 ? 0 : (double) shared / all;
  }
}
