package org.headrace.publish;

/**
 * Text that any format may carry: no character that XML 1.0 (2.2) forbids or discourages, no half
 * of a surrogate pair, one kind of line end.
 */
final class LegalText {
  private LegalText() {}

  /** {@code text} without what may not be written. A lone surrogate becomes U+FFFD. */
  static String of(String text) {
    if (text.codePoints().allMatch(LegalText::isLegal)) {
      return text;
    }
    StringBuilder legal = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .map(c -> c == '\r' ? '\n' : isSurrogate(c) ? 0xFFFD : c)
        .filter(LegalText::isLegal)
        .forEachOrdered(legal::appendCodePoint);
    return legal.toString();
  }

  /** {@code text} as one line: legal, blanks and line ends run together, none at the ends. */
  static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    of(text).codePoints().forEachOrdered(c -> appendToLine(line, c));
    return line.toString().strip();
  }

  /** {@code text} for an HTML document or attribute. */
  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** True if a reader might take this plain text for HTML: it has what looks like a tag. */
  static boolean looksLikeHtml(String text) {
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      int next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      if (Character.isLetter(next) || next == '/' || next == '!' || next == '?') {
        return true;
      }
    }
    return false;
  }

  private static void appendToLine(StringBuilder line, int c) {
    boolean blank = c == ' ' || c == '\t' || c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
    if (!blank) {
      line.appendCodePoint(c);
    } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
      line.append(' ');
    }
  }

  private static boolean isLegal(int c) {
    if (c < 0x20) {
      return c == '\t' || c == '\n';
    }
    boolean control = c >= 0x7F && c <= 0x9F && c != 0x85;
    boolean noCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !control && !noCharacter && !isSurrogate(c);
  }

  private static boolean isSurrogate(int c) {
    return c >= 0xD800 && c <= 0xDFFF;
  }
}
