package org.headrace.parse;

/** Which characters a document may hold (XML 1.0, 2.2). */
final class XmlCharacters {
  private XmlCharacters() {}

  static boolean allowed(int point) {
    return point >= 0x20 && point < 0xD800
        || point == '\t'
        || point == '\n'
        || point == '\r'
        || point > 0xDFFF && point < 0xFFFE
        || point > 0xFFFF && point <= Character.MAX_CODE_POINT;
  }

  /** The text without forbidden characters. */
  static String clean(String text) {
    int first = firstForbidden(text);
    if (first == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length()).append(text, 0, first);
    int at = first;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (allowed(point)) {
        clean.appendCodePoint(point);
      }
      at += Character.charCount(point);
    }
    return clean.toString();
  }

  private static int firstForbidden(String text) {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (!allowed(point)) {
        return at;
      }
      at += Character.charCount(point);
    }
    return at;
  }
}
