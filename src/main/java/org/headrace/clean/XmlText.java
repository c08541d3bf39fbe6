package org.headrace.clean;

/**
 * Text that any XML 1.0 reader accepts.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, 2.2 Characters</a>
 */
final class XmlText {
  private XmlText() {}

  /** The text without characters XML forbids or discourages; line ends become line feeds. */
  static String legal(String text) {
    int first = firstTouched(text);
    if (first < 0) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length()).append(text, 0, first);
    int point;
    for (int at = first; at < text.length(); at += Character.charCount(point)) {
      point = text.codePointAt(at);
      boolean followed = at + 1 < text.length() && text.charAt(at + 1) == '\n';
      if (point == '\r') {
        kept.append(followed ? "" : "\n");
      } else if (isLegal(point)) {
        kept.appendCodePoint(point);
      }
    }
    return kept.toString();
  }

  /** False for the place of a character that must go, and for the second half of one. */
  static boolean isLegalAt(String text, int at) {
    return isLegal(text.codePointAt(at));
  }

  /** -1 if the whole text may stay. */
  private static int firstTouched(String text) {
    int point;
    for (int at = 0; at < text.length(); at += Character.charCount(point)) {
      point = text.codePointAt(at);
      if (!isLegal(point)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isLegal(int point) {
    boolean control = point < ' ' ? point != '\t' && point != '\n' : point >= 0x7f && point < 0xa0;
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    boolean noCharacter = (point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef);
    return !control && !surrogate && !noCharacter;
  }
}
