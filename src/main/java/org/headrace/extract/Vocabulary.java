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

  // Of the block looked at: its longer words, and how many of them stand where.
  private int all;
  private int elsewhere;
  private int inTitle;

  Vocabulary(List<Block> kept, List<String> titles) {
    for (Block block : kept) {
      String plain = block.plain();
      for (int end = next(plain, 0); end >= 0; end = next(plain, end + 1)) {
        if (last[slot] != block.index + 1 && counts[slot] < 2) {
          counts[slot]++;
          last[slot] = block.index + 1;
        }
      }
    }
    for (String title : titles) {
      for (int end = next(title, 0); end >= 0; end = next(title, end + 1)) {
        this.titles[slot] = true;
      }
    }
  }

  /** Of the word found last. */
  private int slot;

  /** Finds the next longer word; the index after it, or -1. */
  private int next(String plain, int from) {
    int start = from;
    int hash = 0;
    for (int i = from; i <= plain.length(); i++) {
      if (i == plain.length() || plain.charAt(i) == ' ') {
        if (i - start >= LONG) {
          slot = (hash ^ hash >>> 12) & SIZE - 1;
          return i;
        }
        hash = 0;
        start = i + 1;
      } else {
        hash = 31 * hash + plain.charAt(i);
      }
    }
    return -1;
  }

  void look(Block block) {
    all = 0;
    elsewhere = 0;
    inTitle = 0;
    String plain = block.plain();
    for (int end = next(plain, 0); end >= 0; end = next(plain, end + 1)) {
      all++;
      boolean other = counts[slot] > 1 || (counts[slot] == 1 && last[slot] != block.index + 1);
      elsewhere += other ? 1 : 0;
      inTitle += titles[slot] ? 1 : 0;
    }
  }

  /** Share of the block's longer words that stand in other blocks too; -1 if it has none. */
  double shared() {
    return all == 0 ? -1 : (double) elsewhere / all;
  }

  /** Share of the block's longer words that stand in the title; -1 if it has none. */
  double ofTitle() {
    return all == 0 ? -1 : (double) inTitle / all;
  }
}
