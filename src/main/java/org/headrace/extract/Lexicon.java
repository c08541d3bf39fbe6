package org.headrace.extract;

import java.util.HashMap;
import java.util.Map;

/**
 * Looks words up where they stand in a longer text, without cutting them out. Letter case does not
 * count. What a word means is a set of bits.
 */
final class Lexicon {
  /** In a meaning: what is looked up is the beginning of a longer phrase. */
  private static final int GOES_ON = 1 << 31;

  private final String[] words;
  private final int[] hashes;
  private final int[] meanings;
  private final int mask;

  /**
   * @param meanings of words, or phrases of words with a space between them, in lower case; the
   *     highest bit is not theirs
   */
  Lexicon(Map<String, Integer> meanings) {
    Map<String, Integer> all = new HashMap<>(meanings);
    for (String phrase : meanings.keySet()) {
      for (int space = phrase.indexOf(' '); space >= 0; space = phrase.indexOf(' ', space + 1)) {
        all.merge(phrase.substring(0, space), GOES_ON, (a, b) -> a | b);
      }
    }
    int size = Integer.highestOneBit(Math.max(8, all.size()) * 4);
    this.mask = size - 1;
    this.words = new String[size];
    this.hashes = new int[size];
    this.meanings = new int[size];
    all.forEach(this::put);
  }

  private void put(String word, int meaning) {
    int hash = hash(word);
    int at = slot(hash);
    while (words[at] != null) {
      at = at + 1 & mask;
    }
    words[at] = word;
    hashes[at] = hash;
    meanings[at] = meaning;
  }

  private static int hash(String word) {
    int hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = 31 * hash + Letters.lower(word.charAt(i));
    }
    return hash;
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & mask;
  }

  /**
   * What the beginnings of a text mean that end with a word, and the text itself.
   *
   * @param longest the length of the longest beginning looked at
   * @param whole bits that count only as the meaning of the whole text
   */
  int ofBeginnings(String text, int longest, int whole) {
    int meaning = 0;
    int hash = 0;
    int end = Math.min(text.length(), longest);
    for (int i = 0; i < end; i++) {
      char c = Letters.lower(text.charAt(i));
      if (c == ' ') {
        int found = found(text, 0, i, hash);
        meaning |= found & ~whole;
        if ((found & GOES_ON) == 0) {
          return meaning & ~GOES_ON;
        }
      }
      hash = 31 * hash + c;
    }
    int found = found(text, 0, end, hash) & ~GOES_ON;
    return meaning & ~GOES_ON | (end < text.length() ? found & ~whole : found);
  }

  /**
   * What a part of a text means; no bits if it is not a word of these.
   *
   * @param hash each lower character added to 31 times the rest
   */
  int found(String text, int start, int end, int hash) {
    for (int at = slot(hash); words[at] != null; at = at + 1 & mask) {
      if (hashes[at] == hash && stands(words[at], text, start, end)) {
        return meanings[at];
      }
    }
    return 0;
  }

  private static boolean stands(String word, String text, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != Letters.lower(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }
}
