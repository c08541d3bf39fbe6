package org.headrace.extract;

/** Letters in lower case, with those below 0x80 looked up. */
final class Letters {
  private static final char[] LOWER = new char[0x80];

  /** Lower case letters and digits; a space for anything else. */
  private static final char[] PLAIN = new char[0x80];

  static {
    for (char c = 0; c < 0x80; c++) {
      LOWER[c] = Character.toLowerCase(c);
      PLAIN[c] = Character.isLetterOrDigit(c) ? LOWER[c] : ' ';
    }
  }

  private Letters() {}

  static char lower(char c) {
    return c < 0x80 ? LOWER[c] : Character.toLowerCase(c);
  }

  static boolean isLetter(char c) {
    return c < 0x80 ? PLAIN[c] > '9' : Character.isLetter(c);
  }

  /** The character in lower case if words are made of it, else a space. */
  static char plain(char c) {
    return c < 0x80 ? PLAIN[c] : isPartOfWord(c) ? Character.toLowerCase(c) : ' ';
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.isSurrogate(c);
  }
}
