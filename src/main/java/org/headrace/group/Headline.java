package org.headrace.group;

import java.util.Arrays;
import java.util.List;
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
  private static final int FEWEST = 3;
  private static final int LONGEST_TAIL = 5;

  static Headline whole(Fingerprint fingerprint) {
    return of(fingerprint.title(), 0, fingerprint.title().length());
  }

  /** Without what stands behind the last separator, if enough stands before it. */
  static Headline withoutTail(Fingerprint fingerprint) {
    int tail = fingerprint.titleTail();
    if (tail == 0 || tail > LONGEST_TAIL) {
      return whole(fingerprint);
    }
    Headline before = of(fingerprint.title(), 0, fingerprint.title().length() - tail);
    return before.size() < FEWEST ? whole(fingerprint) : before;
  }

  /** Only what stands behind the last separator, if that is most of it: before it is "Watch". */
  static Headline tailOnly(Fingerprint fingerprint) {
    int length = fingerprint.title().length();
    int tail = fingerprint.titleTail();
    Headline behind = of(fingerprint.title(), length - tail, length);
    return 2 * tail <= length || behind.size() < FEWEST ? whole(fingerprint) : behind;
  }

  private static Headline of(Words title, int from, int to) {
    return new Headline(
        hashes(title, from, to, title::isContent),
        hashes(title, from, to, place -> title.kind(place) == Words.Kind.FIGURE));
  }

  private static int[] hashes(Words title, int from, int to, IntPredicate which) {
    int[] hashes = new int[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      if (which.test(i)) {
        hashes[length++] = title.hash(i);
      }
    }
    Arrays.sort(hashes, 0, length);
    return Arrays.copyOf(hashes, withoutRepeats(hashes, length));
  }

  private static int withoutRepeats(int[] rising, int length) {
    int kept = 0;
    for (int i = 0; i < length; i++) {
      if (i == 0 || rising[i] != rising[i - 1]) {
        rising[kept++] = rising[i];
      }
    }
    return kept;
  }

  /** The headline and what stands on either side of its last separator. */
  static List<Headline> all(Fingerprint fingerprint) {
    return List.of(whole(fingerprint), withoutTail(fingerprint), tailOnly(fingerprint));
  }

  /** Tags of words that stand side by side, with and without the tail, and in the tail. */
  static IntStream pairs(Fingerprint fingerprint) {
    return all(fingerprint).stream().flatMapToInt(Headline::pairs).distinct();
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
    int shared = 0;
    for (int word : words) {
      shared += other.has(word) ? 1 : 0;
    }
    return shared;
  }

  /** False if each has a figure that the other lacks. */
  boolean agreesInFigures(Headline other) {
    return lacksNoFigureOf(other) || other.lacksNoFigureOf(this);
  }

  private boolean lacksNoFigureOf(Headline other) {
    return Arrays.stream(other.figures)
        .allMatch(figure -> Arrays.binarySearch(figures, figure) >= 0);
  }

  /** Shared words by all words, 0 to 1. */
  double likeness(Headline other) {
    int shared = shared(other);
    int all = size() + other.size() - shared;
    return all == 0 ? 0 : (double) shared / all;
  }
}
