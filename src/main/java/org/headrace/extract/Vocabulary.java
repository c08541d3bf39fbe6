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

  /** The places of the longer words of the text read last. */
  private int[] words = new int[64];

  private char[] letters = new char[Block.BEGINNING];

  Vocabulary(List<Block> kept, List<String> titles) {
    for (Block block : kept) {
      int found = read(block.plain());
      for (int i = 0; i < found; i++) {
        int word = words[i];
        if (last[word] != block.index + 1 && counts[word] < 2) {
          counts[word]++;
          last[word] = block.index + 1;
        }
      }
    }
    for (String title : titles) {
      int found = read(title);
      for (int i = 0; i < found; i++) {
        this.titles[words[i]] = true;
      }
    }
  }

  /** Finds the longer words of a text; how many they are. */
  private int read(String plain) {
    int length = plain.length();
    if (length > letters.length) {
      letters = new char[length];
    }
    if (length > LONG * words.length) {
      words = new int[length / LONG];
    }
    plain.getChars(0, length, letters, 0);
    int found = 0;
    int start = 0;
    int hash = 0;
    for (int i = 0; i <= length; i++) {
      if (i < length && letters[i] != ' ') {
        hash = 31 * hash + letters[i];
        continue;
      }
      if (i - start >= LONG) {
        words[found++] = (hash ^ hash >>> 12) & SIZE - 1;
      }
      hash = 0;
      start = i + 1;
    }
    return found;
  }

  void look(Block block) {
    all = read(block.plain());
    elsewhere = 0;
    inTitle = 0;
    for (int i = 0; i < all; i++) {
      int word = words[i];
      boolean other = counts[word] > 1 || (counts[word] == 1 && last[word] != block.index + 1);
      elsewhere += other ? 1 : 0;
      inTitle += titles[word] ? 1 : 0;
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
