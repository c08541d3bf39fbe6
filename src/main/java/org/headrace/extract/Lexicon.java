package org.headrace.extract;

import java.util.Map;

/**
 * Looks words up where they stand in a longer text, without cutting them out. Letter case does not
 * count. What a word means is a set of bits.
 */
final class Lexicon {
  private final String[] words;
  private final int[] meanings;
  private final int mask;

  /**
   * @param meanings of words in lower case
   */
  Lexicon(Map<String, Integer> meanings) {
    int size = Integer.highestOneBit(Math.max(8, meanings.size()) * 4);
    this.mask = size - 1;
    this.words = new String[size];
    this.meanings = new int[size];
    meanings.forEach(this::put);
  }

  private void put(String word, int meaning) {
    int at = slot(hash(word, word.length()));
    while (words[at] != null) {
      at = at + 1 & mask;
    }
    words[at] = word;
    meanings[at] = meaning;
  }

  private static int hash(String word, int end) {
    int hash = 0;
    for (int i = 0; i < end; i++) {
      hash = 31 * hash + lower(word.charAt(i));
    }
    return hash;
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & mask;
  }

  static char lower(char c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c : Character.toLowerCase(c);
  }

  /** What the part of a text means; no bits if it is not a word of these. */
  int of(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + lower(text.charAt(i));
    }
    return found(text, start, end, hash);
  }

  /** What all beginnings of a text mean that end with a word and are not longer than so much. */
  int ofBeginnings(String text, int longest) {
    int meaning = 0;
    int hash = 0;
    int end = Math.min(text.length(), longest);
    for (int i = 0; i < end; i++) {
      char c = lower(text.charAt(i));
      if (c == ' ') {
        meaning |= found(text, 0, i, hash);
      }
      hash = 31 * hash + c;
    }
    return meaning | found(text, 0, end, hash);
  }

  /** As {@link #of}, where the hash is known: each lower character added to 31 times the rest. */
  int found(String text, int start, int end, int hash) {
    for (int at = slot(hash); words[at] != null; at = at + 1 & mask) {
      if (words[at].length() == end - start && stands(words[at], text, start)) {
        return meanings[at];
      }
    }
    return 0;
  }

  private static boolean stands(String word, String text, int start) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != lower(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }
}
