package org.headrace.clean;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Attributes;

/** Reads tags that are written as they should be, sign by sign, and says where one is not. */
final class TagScanner {
  private static final int MOST_ATTRIBUTES = 100;

  /** What is written in articles, so that it need not be taken out of each text again. */
  private static final NameTable<String> ATTRIBUTES =
      names(
          "alt align aria-hidden aria-label border cellpadding cellspacing class cite colspan"
              + " content data-id data-src data-srcset datetime decoding dir fetchpriority"
              + " frameborder height href hreflang id itemprop lang loading media name poster"
              + " preload rel role rowspan scope sizes src srcset start style tabindex target title"
              + " type valign value width");

  private static final boolean[] NAME = letters("-_:.@");

  private final String html;
  private int at;
  private boolean sound = true;
  private boolean closed;

  TagScanner(String html) {
    this.html = html;
  }

  /** Where the next sign stands. */
  int place() {
    return at;
  }

  /** Goes on elsewhere. */
  void moveTo(int place) {
    at = place;
  }

  boolean isAtEnd() {
    return at >= html.length();
  }

  /** False once something was met that parsers have to repair. */
  boolean isSound() {
    return sound;
  }

  /** True if the tag read last says that it is its own end. */
  boolean isClosed() {
    return closed;
  }

  void doubt() {
    sound = false;
  }

  /** Passes over the name of a tag; gives the place after it. */
  int name() {
    while (at < html.length() && isTagLetter(html.charAt(at))) {
      at++;
    }
    boolean ended = at < html.length() && (isSpace(html.charAt(at)) || isEnd(html.charAt(at)));
    sound &= ended;
    return at;
  }

  /** Passes over the end of an end tag. */
  void end() {
    skipSpace();
    sound &= at < html.length() && html.charAt(at) == '>';
    at++;
  }

  /** Reads up to the end of a start tag. Of two with the same name the first counts. */
  Attributes attributes() {
    Attributes all = new Attributes();
    closed = false;
    for (skipSpace(); sound && !isTagEnd(); skipSpace()) {
      attribute(all);
    }
    return all;
  }

  private boolean isTagEnd() {
    if (at >= html.length()) {
      doubt();
      return true;
    }
    closed = html.startsWith("/>", at);
    boolean end = closed || html.charAt(at) == '>';
    at += closed ? 2 : end ? 1 : 0;
    return end;
  }

  private void attribute(Attributes all) {
    int start = at;
    while (at < html.length() && html.charAt(at) < NAME.length && NAME[html.charAt(at)]) {
      at++;
    }
    sound &= at > start && at < html.length() && all.size() < MOST_ATTRIBUTES;
    if (sound) {
      String name = ATTRIBUTES.find(html, start, at).orElse("");
      name = name.isEmpty() ? html.substring(start, at).toLowerCase(Locale.ROOT) : name;
      String value = value();
      if (!all.hasKey(name)) {
        all.add(name, value);
      }
    }
  }

  /** What follows a name: empty if it stands alone. */
  private String value() {
    skipSpace();
    boolean given = at < html.length() && html.charAt(at) == '=';
    if (!given) {
      sound &= at < html.length() && html.charAt(at) != '"' && html.charAt(at) != '\'';
      return "";
    }
    at++;
    skipSpace();
    if (at >= html.length()) {
      doubt();
      return "";
    }
    char quote = html.charAt(at);
    return quote == '"' || quote == '\'' ? quoted(quote) : bare();
  }

  private String quoted(char quote) {
    int end = html.indexOf(quote, at + 1);
    sound &= end >= 0 && end + 1 < html.length();
    if (!sound) {
      return "";
    }
    String value = html.substring(at + 1, end);
    at = end + 1;
    sound = isSpace(html.charAt(at)) || isEnd(html.charAt(at));
    return References.decoded(value, true);
  }

  private String bare() {
    int start = at;
    while (at < html.length() && html.charAt(at) != '>' && !isSpace(html.charAt(at))) {
      sound &= "\"'<=`".indexOf(html.charAt(at)) < 0;
      at++;
    }
    sound &= at > start && at < html.length();
    return sound ? References.decoded(html.substring(start, at), true) : "";
  }

  private void skipSpace() {
    while (at < html.length() && isSpace(html.charAt(at))) {
      at++;
    }
  }

  private static boolean isTagLetter(char c) {
    int small = c | 0x20;
    return (c < 0x80 && small >= 'a' && small <= 'z') || (c >= '0' && c <= '9');
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  private static boolean isEnd(char c) {
    return c == '>' || c == '/';
  }

  private static NameTable<String> names(String all) {
    Map<String, String> names = new HashMap<>();
    for (String name : all.split(" ")) {
      names.put(name, name);
    }
    return new NameTable<>(names);
  }

  private static boolean[] letters(String marks) {
    boolean[] letters = new boolean[128];
    for (char c = 0; c < letters.length; c++) {
      letters[c] = isTagLetter(c) || marks.indexOf(c) >= 0;
    }
    return letters;
  }
}
