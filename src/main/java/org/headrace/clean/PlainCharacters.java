package org.headrace.clean;

/** Text on one line, of characters that only stand for themselves. */
final class PlainCharacters {
  private static final int ZERO_WIDTH_SPACE = 0x200b;
  private static final int SOFT_HYPHEN = 0xad;
  private static final int BYTE_ORDER_MARK = 0xfeff;

  private PlainCharacters() {}

  /**
   * White space folded; control characters, those that change the direction of what follows, and
   * invisible ones gone; angle brackets that could open a tag turned into guillemets.
   */
  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean inBrackets = false;
    int point;
    for (int at = 0; at < text.length(); at += Character.charCount(point)) {
      point = text.codePointAt(at);
      int next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      if (point == '<' && opensTag(next)) {
        out.append('‹');
        inBrackets = true;
      } else if (point == '>' && inBrackets) {
        out.append('›');
        inBrackets = false;
      } else {
        append(out, point);
      }
    }
    return out.toString().strip();
  }

  private static void append(StringBuilder out, int point) {
    if (isSpace(point)) {
      if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    } else if (!isInvisible(point) && !XmlText.legal(Character.toString(point)).isEmpty()) {
      out.appendCodePoint(point);
    }
  }

  private static boolean opensTag(int next) {
    return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || isControl(point);
  }

  private static boolean isControl(int point) {
    return Character.getType(point) == Character.CONTROL;
  }

  private static boolean isInvisible(int point) {
    boolean turnsText =
        (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x206f);
    return turnsText
        || point == ZERO_WIDTH_SPACE
        || point == SOFT_HYPHEN
        || point == BYTE_ORDER_MARK;
  }
}
