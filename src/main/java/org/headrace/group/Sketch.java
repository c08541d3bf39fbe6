package org.headrace.group;

import java.util.Arrays;
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

  /** Tags of the sketch, each once, in no order. Empty if the text is shorter than a run. */
  static int[] of(Words words) {
    long[] whole = new long[OF_WHOLE];
    long[] lead = new long[OF_LEAD];
    int ofWhole = 0;
    int ofLead = 0;
    int runs = words.runs();
    for (int i = 0; i < runs; i++) {
      long hash = Tags.mixed(words.run(i)) >>> 1;
      if (ofWhole < OF_WHOLE || hash < whole[OF_WHOLE - 1]) {
        ofWhole = insert(whole, ofWhole, hash);
      }
      if (i < LEAD_RUNS && (ofLead < OF_LEAD || hash < lead[OF_LEAD - 1])) {
        ofLead = insert(lead, ofLead, hash);
      }
    }
    return union(whole, ofWhole, lead, ofLead);
  }

  private static int[] union(long[] whole, int ofWhole, long[] lead, int ofLead) {
    int[] tags = new int[ofWhole + ofLead];
    int length = 0;
    for (int i = 0; i < ofWhole; i++) {
      tags[length++] = (int) whole[i];
    }
    for (int i = 0; i < ofLead; i++) {
      if (Arrays.binarySearch(whole, 0, ofWhole, lead[i]) < 0) {
        tags[length++] = (int) lead[i];
      }
    }
    return Arrays.copyOf(tags, length);
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
