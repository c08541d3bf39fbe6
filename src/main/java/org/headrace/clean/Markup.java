package org.headrace.clean;

/**
 * HTML while it is written: only characters that XML allows, all that could be read as markup
 * escaped, never longer than it may become, with places to go back to.
 */
final class Markup {
  private static final int LONGEST = 2_000_000;
  private static final int LONGEST_ESCAPE = "&quot;".length();
  private static final boolean[] IN_TEXT = allBut("&<>");
  private static final boolean[] IN_VALUES = allBut("&<>\"");

  private final StringBuilder out;
  private boolean cut;

  Markup(int expected) {
    out = new StringBuilder(Math.min(expected, LONGEST) + 64);
  }

  /** Where the next character will stand. */
  int place() {
    return out.length();
  }

  /** False once there was more than there is room for. */
  boolean isWhole() {
    return !cut;
  }

  /** True if nothing more can be written. */
  boolean isFull() {
    boolean full = out.length() >= LONGEST;
    cut |= full;
    return full;
  }

  /** True if what is written ends in a character that is no white space. */
  boolean endsInWord() {
    return !out.isEmpty() && out.charAt(out.length() - 1) > ' ';
  }

  /** Takes back all that stands from {@code place} on. */
  void backTo(int place) {
    out.setLength(place);
  }

  /** Takes out what stands between two places. */
  void remove(int from, int to) {
    out.delete(from, to);
  }

  /** Parsers swallow a line feed at the start of preformatted text, so it is written twice. */
  void doubleLineFeed(int place) {
    if (place < out.length() && out.charAt(place) == '\n') {
      out.insert(place, '\n');
    }
  }

  void open(String element) {
    out.append('<').append(element);
  }

  void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escaped(fitting(value), IN_VALUES);
    out.append('"');
  }

  void flag(String name) {
    out.append(' ').append(name);
  }

  void opened() {
    out.append('>');
  }

  void close(String element) {
    out.append("</").append(element).append('>');
  }

  void space() {
    out.append(' ');
  }

  void text(String words) {
    escaped(fitting(words), IN_TEXT);
  }

  /** What was written, without white space around it. */
  String written() {
    int start = 0;
    int end = out.length();
    while (start < end && out.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && out.charAt(end - 1) <= ' ') {
      end--;
    }
    return out.substring(start, end);
  }

  private String fitting(String text) {
    int room = (LONGEST - out.length()) / LONGEST_ESCAPE;
    if (text.length() <= room) {
      return text;
    }
    cut = true;
    return Values.cut(text, Math.max(0, room));
  }

  private void escaped(String text, boolean[] asItIs) {
    int at = 0;
    while (at < text.length()) {
      int end = endOfPlain(text, at, asItIs);
      out.append(text, at, end);
      at = end < text.length() ? special(text, end) : end;
    }
  }

  /** Four letters at a time: nearly all are plain. */
  private static int endOfPlain(String text, int from, boolean[] asItIs) {
    int at = from;
    for (int last = text.length() - 4; at <= last; at += 4) {
      char a = text.charAt(at);
      char b = text.charAt(at + 1);
      char c = text.charAt(at + 2);
      char d = text.charAt(at + 3);
      boolean plain =
          (a | b | c | d) < asItIs.length && asItIs[a] & asItIs[b] & asItIs[c] & asItIs[d];
      if (!plain) {
        break;
      }
    }
    while (at < text.length() && isPlain(text.charAt(at), asItIs)) {
      at++;
    }
    return at;
  }

  /** False for what needs a second look: beyond ASCII, it may be no letter of XML. */
  private static boolean isPlain(char c, boolean[] asItIs) {
    return c < asItIs.length ? asItIs[c] : c >= 0xa0 && c < Character.MIN_SURROGATE;
  }

  /** Writes what stands for the character at a place of the text; gives the place after it. */
  private int special(String text, int at) {
    int point = text.codePointAt(at);
    int next = at + Character.charCount(point);
    switch (point) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\r' -> out.append(next < text.length() && text.charAt(next) == '\n' ? "" : "\n");
      default -> out.append(XmlText.legal(text.substring(at, next)));
    }
    return next;
  }

  private static boolean[] allBut(String escaped) {
    boolean[] plain = new boolean[128];
    for (char c = ' '; c < 0x7f; c++) {
      plain[c] = escaped.indexOf(c) < 0;
    }
    plain['\t'] = true;
    plain['\n'] = true;
    return plain;
  }
}
