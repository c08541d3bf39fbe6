package org.headrace.publish;

import java.util.List;

/**
 * Text that any format may carry: no character that XML 1.0 (2.2) forbids or discourages, no half
 * of a surrogate pair, one kind of line end.
 */
final class LegalText {
  private static final List<String> RUNNING = List.of("javascript:", "vbscript:", "livescript:");
  private static final String DATA = "data:";
  private static final char JOINER = '\u2060';

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

  /**
   * {@code text}, harmless too where somebody takes it for an address: with an invisible joiner
   * (U+2060) ahead of it if it begins with a scheme that runs what follows. Nobody sees the joiner,
   * and no address begins with it (URL Standard, 4.4: scheme start state).
   */
  static String noAddress(String text) {
    int start = 0;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    int at = start;
    boolean runs = RUNNING.stream().anyMatch(scheme -> isAt(text, at, scheme));
    return runs || isData(text, at) ? JOINER + text : text;
  }

  /** {@code data:} with something behind it; "Data: what it is" is a headline. */
  private static boolean isData(String text, int at) {
    int end = at + DATA.length();
    return isAt(text, at, DATA) && end < text.length() && !isBlank(text.charAt(end));
  }

  private static boolean isAt(String text, int at, String scheme) {
    return text.regionMatches(true, at, scheme, 0, scheme.length());
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF;
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
