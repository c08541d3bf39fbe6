package org.headrace.filter;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;

/** What counts as the same letter, and where words begin and end. */
final class Letters {
  private Letters() {}

  /**
   * One spelling for what reads alike: compatible characters are made one (Unicode NFKC), case is
   * dropped, apostrophes are straight, white space is one space.
   */
  static String plain(String text) {
    String caseless =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT) // ß becomes SS, both sigmas become one
            .toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(caseless.length());
    for (int i = 0; i < caseless.length(); i++) {
      char c = caseless.charAt(i);
      if (!Character.isWhitespace(c)) {
        plain.append(alike(c));
      } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    return plain.toString();
  }

  private static char alike(char c) {
    return switch (c) {
      case '’', 'ʼ' -> '\'';
      case 'ς' -> 'σ';
      default -> c;
    };
  }

  /** True if a word may end between the characters before and at {@code place}. */
  static boolean isEdge(String text, int place) {
    if (place == 0 || place == text.length()) {
      return true;
    }
    int before = text.codePointBefore(place);
    int after = text.codePointAt(place);
    return !isOfWord(before) || !isOfWord(after) || isUnspaced(before) || isUnspaced(after);
  }

  /** How many words there are. A Chinese or Japanese sign counts as one. */
  static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      boolean sign = isSign(c);
      boolean letter = !sign && (isOfWord(c) || (inside && (c == '\'' || c == '’')));
      if (sign || (letter && !inside)) {
        words++;
      }
      inside = letter;
    }
    return words;
  }

  private static boolean isOfWord(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> Character.isLetterOrDigit(c);
    };
  }

  /** Scripts that put no space between words: there a word may end anywhere. */
  private static boolean isUnspaced(int c) {
    return isSign(c)
        || switch (UnicodeScript.of(c)) {
          case THAI, LAO, KHMER, MYANMAR -> true;
          default -> false;
        };
  }

  private static boolean isSign(int c) {
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> false;
    };
  }
}
