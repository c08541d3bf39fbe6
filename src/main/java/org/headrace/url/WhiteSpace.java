package org.headrace.url;

/** The white space that gets into addresses when people and programs wrap lines. */
final class WhiteSpace {
  private WhiteSpace() {}

  /**
   * The text without white space and invisible characters around it, without tabs, and without line
   * breaks and the indentation that comes with them.
   */
  static String removed(String text) {
    return isBlack(text) ? text : withoutWhite(text);
  }

  /** True for visible letters of ASCII only. */
  private static boolean isBlack(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) <= ' ' || text.charAt(at) >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String withoutWhite(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    boolean afterBreak = false;
    int end = end(text);
    for (int at = start(text); at < end; at++) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        dropTrailingSpaces(kept);
        afterBreak = true;
      } else if (c != '\t' && !(afterBreak && c == ' ')) {
        kept.append(c);
        afterBreak = false;
      }
    }
    return kept.toString();
  }

  /** True for a text of which nothing would be left. */
  static boolean isOnly(String text) {
    return start(text) == text.length();
  }

  private static void dropTrailingSpaces(StringBuilder text) {
    while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
  }

  private static int start(String text) {
    int at = 0;
    while (at < text.length() && isNothing(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int end(String text) {
    int at = text.length();
    while (at > 0 && isNothing(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isNothing(char c) {
    return c <= ' ' || (c >= 0x7f && isInvisible(c));
  }

  private static boolean isInvisible(char c) {
    return Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
  }
}
