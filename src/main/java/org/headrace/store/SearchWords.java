package org.headrace.store;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text as the index knows them, the same for every database: letters and digits in
 * one spelling, without accents. A sign of a script that puts no space between words is a word.
 */
final class SearchWords {
  private static final int LONGEST = 40;

  private SearchWords() {}

  /** At most {@code most} words, in the order of the text; each has letters and digits only. */
  static List<String> of(String text, int most) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int at = 0; at < plain.length() && words.size() < most; ) {
      int c = plain.codePointAt(at);
      at += Character.charCount(c);
      if (isMark(c)) {
        continue;
      }
      boolean sign = isSign(c);
      if (sign || !Character.isLetterOrDigit(c)) {
        end(word, words);
      }
      if (sign) {
        words.add(Character.toString(c));
      } else if (Character.isLetterOrDigit(c)) {
        word.appendCodePoint(c);
      }
    }
    end(word, words);
    return words.subList(0, Math.min(most, words.size()));
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      int end = Math.min(LONGEST, word.length());
      boolean half = Character.isHighSurrogate(word.charAt(end - 1));
      words.add(word.substring(0, half ? end - 1 : end));
      word.setLength(0);
    }
  }

  /** Accents, and the voice marks of kana, which NFKD has split off. */
  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isSign(int c) {
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> Character.isLetterOrDigit(c);
      default -> false;
    };
  }
}
