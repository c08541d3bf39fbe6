package org.headrace.store;

/** Text as every database takes it. */
final class Storable {
  private static final char REPLACEMENT = '\uFFFD';

  private Storable() {}

  /**
   * {@code text} with U+FFFD for what has no place in a column: NUL (PostgreSQL) and halves of
   * surrogate pairs (UTF-8).
   */
  static String text(String text) {
    if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
      return text;
    }
    return text.codePoints()
        .map(c -> c == 0 || isHalf(c) ? REPLACEMENT : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
