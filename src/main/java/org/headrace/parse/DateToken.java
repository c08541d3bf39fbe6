package org.headrace.parse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A piece of a written date.
 *
 * @param text digits; or a word, lower case without accents; or one other character
 * @param spaced true if a blank stands before it
 */
record DateToken(Kind kind, String text, boolean spaced) {
  enum Kind {
    NUMBER,
    WORD,
    SIGN
  }

  /** Cuts {@code written} into numbers, words and signs. */
  static List<DateToken> of(String written) {
    String text = plain(written);
    List<DateToken> tokens = new ArrayList<>();
    boolean spaced = false;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at + 1;
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        spaced = true;
        at = end;
        continue;
      }
      Kind kind = isDigit(c) ? Kind.NUMBER : Character.isLetter(c) ? Kind.WORD : Kind.SIGN;
      while (kind != Kind.SIGN && end < text.length() && goesOn(text, end, kind)) {
        end++;
      }
      tokens.add(new DateToken(kind, text.substring(at, end), spaced));
      spaced = false;
      at = end;
    }
    return tokens;
  }

  /** Lower case without accents, as month names are looked up. */
  static String plain(String word) {
    String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder plain = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return Normalizer.normalize(plain, Normalizer.Form.NFC).replace('\u2212', '-');
  }

  private static boolean goesOn(String text, int at, Kind kind) {
    char c = text.charAt(at);
    if (kind == Kind.NUMBER) {
      return isDigit(c);
    }
    boolean joins = (c == '/' || c == '_') && at + 1 < text.length();
    return Character.isLetter(c) || joins && Character.isLetter(text.charAt(at + 1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean is(String other) {
    return text.equals(other);
  }

  /** Digits beyond nine are cut off: no date has so many, a fraction may. */
  int value() {
    return Integer.parseInt(text.length() > 9 ? text.substring(0, 9) : text);
  }
}
