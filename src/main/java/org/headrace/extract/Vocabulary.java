package org.headrace.extract;

import java.util.List;

/** The longer words of an article, by which a line that speaks of something else is known. */
final class Vocabulary {
  private static final int LONG = 5;
  private static final int SIZE = 1 << 12;

  /** In how many blocks a word of the hash stands, at most two. */
  private final byte[] counts = new byte[SIZE];

  private final boolean[] titles = new boolean[SIZE];
  private final int[] last = new int[SIZE];

  Vocabulary(List<Block> kept, List<String> titles) {
    for (Block block : kept) {
      note(block);
    }
    for (String title : titles) {
      words(title, slot -> this.titles[slot] = true);
    }
  }

  private interface Word {
    void at(int slot);
  }

  private static int words(String plain, Word word) {
    int count = 0;
    int hash = 0;
    int start = 0;
    for (int i = 0; i <= plain.length(); i++) {
      if (i == plain.length() || plain.charAt(i) == ' ') {
        if (i - start >= LONG) {
          word.at((hash ^ hash >>> 12) & SIZE - 1);
          count++;
        }
        hash = 0;
        start = i + 1;
      } else {
        hash = 31 * hash + plain.charAt(i);
      }
    }
    return count;
  }

  private void note(Block block) {
    words(
        block.plain(),
        slot -> {
          if (last[slot] != block.index + 1 && counts[slot] < 2) {
            counts[slot]++;
            last[slot] = block.index + 1;
          }
        });
  }

  /** Share of its longer words that stand in other blocks too; -1 if it has none. */
  double shared(Block block) {
    int[] seen = new int[1];
    int all =
        words(
            block.plain(),
            slot -> seen[0] += counts[slot] > 1 || (counts[slot] == 1 && last[slot] != block.index + 1) ? 1 : 0);
    return all == 0 ? -1 : (double) seen[0] / all;
  }

  /** Share of its longer words that stand in the title; -1 if it has none. */
  double ofTitle(Block block) {
    int[] seen = new int[1];
    int all = words(block.plain(), slot -> seen[0] += titles[slot] ? 1 : 0);
    return all == 0 ? -1 : (double) seen[0] / all;
  }
}
