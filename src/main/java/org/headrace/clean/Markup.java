package org.headrace.clean;

import java.util.Arrays;

/**
 * HTML while it is written: only characters that XML allows, all that could be read as markup
 * escaped, never longer than it may become, with places to go back to.
 */
final class Markup {
  private static final int LONGEST = 2_000_000;
  private static final int LONGEST_ESCAPE = "&quot;".length();
  private static final boolean[] IN_TEXT = allBut("&<>");
  private static final boolean[] IN_VALUES = allBut("&<>\"");

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
    cut |= length >= LONGEST;
    return length >= LONGEST;
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
      raw('\n');
      System.arraycopy(out, place, out, place + 1, length - 1 - place);
    }
  }

  void open(String element) {
    raw('<');
    raw(element);
  }

  void attribute(String name, String value) {
    raw(' ');
    raw(name);
    raw("=\"");
    escaped(fitting(value), IN_VALUES);
    raw('"');
  }

  void flag(String name) {
    raw(' ');
    raw(name);
  }

  void opened() {
    raw('>');
  }

  void close(String element) {
    raw("</");
    raw(element);
    raw('>');
  }

  void space() {
    raw(' ');
  }

  void text(String words) {
    escaped(fitting(words), IN_TEXT);
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

  private void escaped(String text, boolean[] asItIs) {
    makeRoom(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = endOfPlain(text, at, asItIs);
      makeRoom(end - at);
      text.getChars(at, end, out, length);
      length += end - at;
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
      case '&' -> raw("&amp;");
      case '<' -> raw("&lt;");
      case '>' -> raw("&gt;");
      case '"' -> raw("&quot;");
      case '\r' -> raw(next < text.length() && text.charAt(next) == '\n' ? "" : "\n");
      default -> raw(XmlText.legal(text.substring(at, next)));
    }
    return next;
  }

  private void raw(String text) {
    makeRoom(text.length());
    text.getChars(0, text.length(), out, length);
    length += text.length();
  }

  private void raw(char c) {
    makeRoom(1);
    out[length++] = c;
  }

  private void makeRoom(int more) {
    if (length + more > out.length) {
      out = Arrays.copyOf(out, Math.max(length + more, out.length * 2));
    }
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
