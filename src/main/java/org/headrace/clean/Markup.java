package org.headrace.clean;

import java.util.Arrays;

/**
 * HTML while it is written: only characters that XML allows, all that could be read as markup
 * escaped, never longer than it may become, with places to go back to.
 */
final class Markup {
  private static final int LONGEST = 2_000_000;
  private static final int LONGEST_ESCAPE = "&quot;".length();

  private char[] out;
  private int length;
  private boolean cut;

  Markup(int expected) {
    out = new char[Math.min(expected, LONGEST) + 64];
  }

  /** Where the next character will stand. */
  int place() {
    return length;
  }

  /** False once there was more than there is room for. */
  boolean isWhole() {
    return !cut;
  }

  /** True if nothing more can be written. */
  boolean isFull() {
    boolean full = length >= LONGEST;
    cut |= full;
    return full;
  }

  /** True if what is written ends in a character that is no white space. */
  boolean endsInWord() {
    return length > 0 && out[length - 1] > ' ';
  }

  /** Takes back all that stands from {@code place} on. */
  void backTo(int place) {
    length = place;
  }

  /** Takes out what stands between two places. */
  void remove(int from, int to) {
    System.arraycopy(out, to, out, from, length - to);
    length -= to - from;
  }

  /** Parsers swallow a line feed at the start of preformatted text, so it is written twice. */
  void doubleLineFeed(int place) {
    if (place < length && out[place] == '\n') {
      makeRoom(1);
      System.arraycopy(out, place, out, place + 1, length - place);
      length++;
    }
  }

  /** Writes what may stand as it is. */
  void markup(String markup) {
    append(markup, 0, markup.length());
  }

  /** Writes what stands between the quotes of an attribute, and the second of them. */
  void value(String value) {
    escaped(fitting(value), true);
    append('"');
  }

  void opened() {
    append('>');
  }

  void space() {
    append(' ');
  }

  void text(String words) {
    escaped(fitting(words), false);
  }

  /** What was written, without white space around it. */
  String written() {
    int start = 0;
    int end = length;
    while (start < end && out[start] <= ' ') {
      start++;
    }
    while (end > start && out[end - 1] <= ' ') {
      end--;
    }
    return new String(out, start, end - start);
  }

  private String fitting(String text) {
    int room = (LONGEST - length) / LONGEST_ESCAPE;
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
      append(text, at, end);
      at = end < text.length() ? special(text, end) : end;
    }
  }

  /** Writes what stands for the character at a place of the text; gives the place after it. */
  private int special(String text, int at) {
    int point = text.codePointAt(at);
    int next = at + Character.charCount(point);
    switch (point) {
      case '&' -> markup("&amp;");
      case '<' -> markup("&lt;");
      case '>' -> markup("&gt;");
      case '"' -> markup("&quot;");
      case '\r' -> markup(next < text.length() && text.charAt(next) == '\n' ? "" : "\n");
      default -> markup(XmlText.legal(text.substring(at, next)));
    }
    return next;
  }

  private void append(char c) {
    makeRoom(1);
    out[length++] = c;
  }

  private void append(String text, int from, int to) {
    makeRoom(to - from);
    text.getChars(from, to, out, length);
    length += to - from;
  }

  private void makeRoom(int more) {
    if (length + more > out.length) {
      out = Arrays.copyOf(out, Math.max(length + more, out.length * 2));
    }
  }
}
