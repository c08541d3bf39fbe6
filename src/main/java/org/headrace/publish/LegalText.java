package org.headrace.publish;

import java.util.Locale;
import java.util.Set;

/**
 * Text that any format may carry: no character that XML 1.0 (2.2) forbids or discourages, no half
 * of a surrogate pair, one kind of line end.
 */
final class LegalText {
  private static final Set<String> RUNNING = Set.of("javascript", "vbscript", "livescript");

  /** Schemes of links and of ids. */
  private static final Set<String> LINKED =
      Set.of("http", "https", "mailto", "tel", "sms", "geo", "xmpp", "magnet", "ftp", "tag", "urn");

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
   * (U+2060) ahead of it if it begins with a scheme that our feeds do not link to. Nobody sees the
   * joiner, and no address begins with it (URL Standard, 4.4: scheme start state). A colon before a
   * blank is a headline's, unless what stands before it runs what follows.
   */
  static String noAddress(String text) {
    int start = 0;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length() && isOfScheme(text.charAt(end), end > start)) {
      end++;
    }
    if (end == start || end == text.length() || text.charAt(end) != ':') {
      return text;
    }
    String scheme = text.substring(start, end).toLowerCase(Locale.ROOT);
    boolean followed = end + 1 < text.length() && !isBlank(text.charAt(end + 1));
    boolean reads = RUNNING.contains(scheme) || (followed && !LINKED.contains(scheme));
    return reads ? JOINER + text : text;
  }

  /** See RFC 3986, 3.1. */
  private static boolean isOfScheme(char c, boolean later) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (later && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'));
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
