package org.headrace.publish;

import java.util.OptionalInt;

/**
 * How long a text takes to read: 230 words a minute, or 500 signs a minute where a sign is a word
 * (Chinese, Japanese, Korean).
 */
final class ReadingTime {
  private static final int WORDS_A_MINUTE = 230;
  private static final int SIGNS_A_MINUTE = 500;

  private ReadingTime() {}

  /** Minutes, rounded; empty if it takes less than one. */
  static OptionalInt minutes(String text) {
    int words = 0;
    int signs = 0;
    boolean inWord = false;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      boolean sign = isSign(c);
      boolean letter = !sign && Character.isLetterOrDigit(c);
      if (sign) {
        signs++;
      } else if (letter && !inWord) {
        words++;
      }
      inWord = letter || (inWord && (c == '\'' || c == '’'));
    }
    long minutes = Math.round((double) words / WORDS_A_MINUTE + (double) signs / SIGNS_A_MINUTE);
    return minutes < 1 ? OptionalInt.empty() : OptionalInt.of((int) minutes);
  }

  private static boolean isSign(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }
}
