package org.headrace.group;

import java.util.Arrays;
import org.headrace.model.Words;

/** The runs of four words of a text, each once, by open addressing. */
final class RunSet {
  private static final long NOTHING = -1;

  private final long[] table;
  private final int shift;
  private int size;

  RunSet(Words words) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(4, words.runs()) * 2 - 1);
    table = new long[1 << bits];
    shift = Long.SIZE - bits;
    Arrays.fill(table, NOTHING);
    for (int i = 0; i < words.runs(); i++) {
      add(words.run(i));
    }
  }

  private void add(long run) {
    int place = place(run);
    if (table[place] == NOTHING) {
      table[place] = run;
      size++;
    }
  }

  boolean contains(long run) {
    return table[place(run)] == run;
  }

  /** How many different runs there are. */
  int size() {
    return size;
  }

  /** How many runs are in both. */
  int shared(RunSet other) {
    if (other.table.length < table.length) {
      return other.shared(this);
    }
    int shared = 0;
    for (long run : table) {
      if (run != NOTHING && other.contains(run)) {
        shared++;
      }
    }
    return shared;
  }

  private int place(long run) {
    int mask = table.length - 1;
    int place = (int) ((run * 0x9E3779B97F4A7C15L) >>> shift);
    while (table[place] != NOTHING && table[place] != run) {
      place = (place + 1) & mask;
    }
    return place;
  }
}
