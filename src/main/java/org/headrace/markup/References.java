package org.headrace.markup;

import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Resolves character references where all of a text's are plain, as nearly all are: ended, known,
 * and each of a single character.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state">
 *     WHATWG HTML, character references</a>
 */
final class References {
  private static final int LONGEST = 32;

  private References() {}

  /** The text with its references resolved; null if one of them is not plain. */
  static @Nullable String resolve(String text, boolean inAttribute) {
    int at = text.indexOf('&');
    if (at < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int done = 0;
    while (at >= 0) {
      plain.append(text, done, at);
      int end = end(text, at + 1);
      if (end < text.length() && text.charAt(end) == ';' && end > at + 1) {
        if (!append(plain, text, at + 1, end)) {
          return null;
        }
        done = end + 1;
      } else if (isLiteral(text, at + 1, end, inAttribute)) {
        plain.append('&');
        done = at + 1;
      } else {
        return null;
      }
      at = text.indexOf('&', done);
    }
    return plain.append(text, done, text.length()).toString();
  }

  /** Where what may be a name or a number ends. */
  private static int end(String text, int start) {
    int end = start < text.length() && text.charAt(start) == '#' ? start + 1 : start;
    while (end < text.length() && end - start < LONGEST && isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c >= '0' && c <= '9';
  }

  /** True if the ampersand stands for itself. */
  private static boolean isLiteral(String text, int start, int end, boolean inAttribute) {
    return (end == start && (start == text.length() || text.charAt(start) != '#'))
        || (inAttribute
            && end < text.length()
            && text.charAt(end) == '='
            && text.charAt(start) != '#');
  }

  private static boolean append(StringBuilder plain, String text, int start, int end) {
    if (text.charAt(start) == '#') {
      int code = number(text, start + 1, end);
      boolean sure =
          code >= ' ' && code < 0x7f
              || code >= 0xa0 && code < 0xd800
              || code > 0xdfff && code < 0xfdd0;
      if (sure) {
        plain.append((char) code);
      }
      return sure;
    }
    String found = named(text, start, end);
    plain.append(found);
    return !found.isEmpty();
  }

  /** The code that is named; -1 if none is, or one beyond all. */
  private static int number(String text, int start, int end) {
    boolean hexadecimal = (text.charAt(start) | 0x20) == 'x';
    int from = hexadecimal ? start + 1 : start;
    int code = 0;
    for (int i = from; i < end; i++) {
      int digit = Character.digit(text.charAt(i), hexadecimal ? 16 : 10);
      if (digit < 0 || code > 0xffff) {
        return -1;
      }
      code = code * (hexadecimal ? 16 : 10) + digit;
    }
    return from == end ? -1 : code;
  }

  private static String named(String text, int start, int end) {
    if (end - start == 3 && text.startsWith("amp", start)) {
      return "&";
    }
    return Entities.getByName(text.substring(start, end));
  }
}
