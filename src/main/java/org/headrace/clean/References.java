package org.headrace.clean;

import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * Character references, read as browsers read them. The plain ones, with their semicolon, are read
 * here; for a text that holds another, the parser is asked.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state">HTML,
 *     character references</a>
 */
final class References {
  private static final int MOST_DIGITS = 7;
  private static final int LONGEST_NAME = 32;

  /** Stands for a reference that is not plain. */
  private static final int ODD = -1;

  private References() {}

  /**
   * The text that is meant.
   *
   * @param value true if {@code text} is the value of an attribute
   */
  static String decoded(String text, boolean value) {
    int and = text.indexOf('&');
    if (and < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    while (and >= 0) {
      out.append(text, done, and);
      done = reference(text, and + 1, value, out);
      if (done == ODD) {
        return Parser.unescapeEntities(text, value);
      }
      and = text.indexOf('&', done);
    }
    return out.append(text, done, text.length()).toString();
  }

  /** Writes what is meant by an ampersand and what follows at {@code at}; gives the next place. */
  private static int reference(String text, int at, boolean value, StringBuilder out) {
    if (at == text.length()) {
      out.append('&');
      return at;
    }
    char first = text.charAt(at);
    if (first == '#') {
      return number(text, at + 1, out);
    }
    if (isLetter(first)) {
      return name(text, at, value, out);
    }
    out.append('&');
    return isDigit(first) ? ODD : at;
  }

  private static int number(String text, int at, StringBuilder out) {
    boolean hexadecimal = at < text.length() && (text.charAt(at) | 0x20) == 'x';
    int radix = hexadecimal ? 16 : 10;
    int start = hexadecimal ? at + 1 : at;
    int end = start;
    int point = 0;
    while (end < text.length() && isDigit(text.charAt(end), radix) && end - start < MOST_DIGITS) {
      point = point * radix + Character.digit(text.charAt(end), radix);
      end++;
    }
    boolean closed = end > start && end < text.length() && text.charAt(end) == ';';
    if (!closed || !isPlain(point)) {
      return ODD;
    }
    out.appendCodePoint(point);
    return end + 1;
  }

  /** True for what is no control character, whose numbers browsers read in ways of their own. */
  private static boolean isPlain(int point) {
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return (point >= ' ' && point < 0x7f)
        || (point >= 0xa0 && point <= Character.MAX_CODE_POINT && !surrogate);
  }

  private static int name(String text, int at, boolean value, StringBuilder out) {
    int end = at;
    while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
      end++;
    }
    char after = end < text.length() ? text.charAt(end) : ' ';
    if (after == '=' && value) { // a parameter of an address
      out.append('&');
      return at;
    }
    if (after != ';' || end - at > LONGEST_NAME) {
      return ODD;
    }
    String meant = meaning(text.substring(at, end));
    out.append(meant);
    return meant.isEmpty() ? ODD : end + 1;
  }

  /** Empty if it is no name. */
  private static String meaning(String name) {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "nbsp" -> "\u00a0";
      default -> Entities.getByName(name);
    };
  }

  private static boolean isLetter(char c) {
    int small = c | 0x20;
    return c < 0x80 && small >= 'a' && small <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isDigit(char c, int radix) {
    return isDigit(c) || (radix == 16 && (c | 0x20) >= 'a' && (c | 0x20) <= 'f');
  }
}
