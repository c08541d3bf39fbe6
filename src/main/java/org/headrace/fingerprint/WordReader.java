package org.headrace.fingerprint;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import org.headrace.model.Words.Kind;

/**
 * Splits a text into words and tells what each does. Scripts written without spaces are split into
 * pairs of characters; apostrophes and the points within a figure join. A figure is the same in
 * whatever digits it is written, and a figure within a script without spaces is a word of its own.
 */
final class WordReader {
  /** Between whole and parts, and between thousands, where figures are written in Arabic digits. */
  private static final char ARABIC_POINT = '\u066B';

  private static final char ARABIC_COMMA = '\u066C';

  /** The Han characters of numbers but for one, which is an article as often as a figure. */
  private static final String NUMERALS = "〇零二三四五六七八九十百千万萬億亿兆两兩";

  private final WordRow row;
  private final StringBuilder word = new StringBuilder();
  private boolean startsLine = true;
  private boolean startsSentence = true;
  private boolean inQuotes;
  private boolean isInitials; // the word so far is single letters with a point after each
  private int before; // the character before in a script without spaces; 0 if none
  private int sinceSeparator;
  private boolean separated;

  WordReader(WordRow row) {
    this.row = row;
  }

  /** Reads a text. Returns how many words stand behind its last separator; 0 if it has none. */
  int read(String text) {
    int next;
    for (int i = 0; i < text.length(); i = next) {
      int c = text.codePointAt(i);
      next = i + Character.charCount(c);
      int following = next < text.length() ? text.codePointAt(next) : ' ';
      if (isLetter(c)) {
        letter(c, i == 0 ? ' ' : text.charAt(i - 1));
      } else if (!joins(c, following)) {
        endWord();
        mark(c, text, i, following);
      }
    }
    endWord();
    return separated ? sinceSeparator : 0;
  }

  private static boolean isLetter(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private boolean joins(int c, int following) {
    if (word.isEmpty()) {
      return false;
    }
    return switch (c) {
      case '\'', '’', 'ʼ', '‘' -> Character.isLetter(following);
      case '.' -> isFigure(following) || (isInitials && Character.isLetter(following));
      case ',', ARABIC_POINT, ARABIC_COMMA -> isFigure(following);
      default -> false;
    };
  }

  private boolean isFigure(int following) {
    return Character.isDigit(following) && Character.isDigit(word.charAt(0));
  }

  private void letter(int c, int previous) {
    if (!isUnspaced(c)) {
      before = 0;
      isInitials = word.isEmpty() ? Character.isLetter(c) : isInitials && previous == '.';
      word.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c);
      return;
    }
    flush();
    if (before != 0) {
      boolean isFigure = isNumeral(before) || isNumeral(c);
      put(Character.toString(before) + Character.toString(c), isFigure ? Kind.FIGURE : Kind.PLAIN);
    }
    before = c;
  }

  private static boolean isNumeral(int c) {
    return NUMERALS.indexOf(c) >= 0;
  }

  private static boolean isUnspaced(int c) {
    if (c < 0x0E00 || Character.isDigit(c)) {
      return false;
    }
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private void endWord() {
    flush();
    before = 0;
  }

  private void flush() {
    if (word.isEmpty()) {
      return;
    }
    String written = word.toString();
    word.setLength(0);
    String lower = written.toLowerCase(Locale.ROOT);
    NumberWords.figure(lower)
        .ifPresentOrElse(
            figure -> put(figure, Kind.FIGURE), () -> put(lower, kind(written, lower)));
  }

  private Kind kind(String written, String lower) {
    int first = written.codePointAt(0);
    if (Character.isDigit(first)) {
      return Kind.FIGURE;
    }
    if (FunctionWords.contains(lower)) {
      return Kind.FUNCTION;
    }
    return !startsSentence && Character.isUpperCase(first) ? Kind.NAME : Kind.PLAIN;
  }

  private void put(String lower, Kind kind) {
    row.add(lower, kind, startsLine, inQuotes);
    startsLine = false;
    startsSentence = false;
    sinceSeparator++;
  }

  private void mark(int c, String text, int place, int following) {
    switch (c) {
      case '\n', '\r' -> {
        startsLine = true;
        startsSentence = true;
        inQuotes = false;
      }
      case '.', '!', '?', '。', '…' -> startsSentence = true;
      case '“', '«', '„' -> openQuote();
      case '”', '»' -> inQuotes = false;
      case '"' -> {
        if (inQuotes) {
          inQuotes = false;
        } else {
          openQuote();
        }
      }
      case '-', '–', '—', '|', '·', ':', '/' -> {
        if (following == ' ' && (c == ':' || (place > 0 && text.charAt(place - 1) == ' '))) {
          separated = true;
          sinceSeparator = 0;
        }
      }
      default -> {}
    }
  }

  private void openQuote() {
    inQuotes = true;
    startsSentence = true;
  }
}
