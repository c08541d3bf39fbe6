package org.headrace.clean;

/**
 * HTML while it is written: only characters that XML allows, all that could be read as markup
 * escaped, never longer than it may become, with places to go back to.
 */
final class Markup {
  private static final int LONGEST = 2_000_000;
  private static final int LONGEST_ESCAPE = "&quot;".length();

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

  /** Writes what may stand as it is. */
  void markup(String markup) {
    out.append(markup);
  }

  /** Writes what stands between the quotes of an attribute, and the second of them. */
  void value(String value) {
    escaped(fitting(value), true);
    out.append('"');
  }

  void opened() {
    out.append('>');
  }

  void space() {
    out.append(' ');
  }

  void text(String words) {
    escaped(fitting(words), false);
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

  private void escaped(String text, boolean value) {
    PlainRun run = new PlainRun(text, value);
    int at = 0;
    while (at < text.length()) {
      int end = run.endFrom(at);
      out.append(text, at, end);
      at = end < text.length() ? special(text, end) : end;
    }
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
}
