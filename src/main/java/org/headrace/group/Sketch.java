package org.headrace.group;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.headrace.model.Words;

/**
 * The runs of four words that stand for a text: those with the smallest hashes, some of the whole
 * and some of its lead. A text cut to a fifth still shares about a fifth of them, which a sample of
 * another make would not show.
 *
 * <p>Source: Broder, On the resemblance and containment of documents, SEQUENCES 1997.
 */
final class Sketch {
  private static final int OF_WHOLE = 16;
  private static final int OF_LEAD = 8;
  private static final int LEAD_RUNS = 67;

  private Sketch() {}

  /** Tags of the sketch, in no order. Empty if the text is shorter than a run. */
  static IntStream of(Words words) {
    return IntStream.concat(
            smallest(words, words.runs(), OF_WHOLE),
            smallest(words, Math.min(words.runs(), LEAD_RUNS), OF_LEAD))
        .distinct();
  }

  private static IntStream smallest(Words words, int runs, int most) {
    long[] kept = new long[most];
    int length = 0;
    for (int i = 0; i < runs; i++) {
      long hash = Tags.mixed(words.run(i)) >>> 1;
      if (length < most || hash < kept[most - 1]) {
        length = insert(kept, length, hash);
      }
    }
    return LongStream.of(kept).limit(length).mapToInt(hash -> (int) hash);
  }

  /** Keeps {@code kept} sorted, without repeats; what is too much falls out behind. */
  private static int insert(long[] kept, int length, long hash) {
    int place = length;
    while (place > 0 && kept[place - 1] >= hash) {
      place--;
    }
    if (place < length && kept[place] == hash) {
      return length;
    }
    int moved = Math.min(length, kept.length - 1) - place;
    System.arraycopy(kept, place, kept, place + 1, moved);
    kept[place] = hash;
    return Math.min(length + 1, kept.length);
  }
}
