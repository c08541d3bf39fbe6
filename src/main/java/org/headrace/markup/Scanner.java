package org.headrace.markup;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Attributes;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Cuts markup into tags and texts. Comments and declarations are passed over. What is broken in a
 * way that pages seldom are makes it give up.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#tokenization">WHATWG HTML,
 *     tokenization</a>
 */
final class Scanner {
  /** What {@link #next} found. */
  enum Found {
    TEXT,
    START,
    END,
    NOTHING_MORE
  }

  /** By which rules a page asks to be read. */
  enum Rules {
    STANDARD,
    /** Those from before there was a standard. */
    OLD,
    /** The page names a document type whose rules are not known here. */
    UNKNOWN
  }

  private static final String DOCTYPE = "<!doctype";

  /** Texts of a page that jsoup is asked about. */
  private static final int MOST_ODD = 2_000;

  private static final int MOST_ATTRIBUTES = 200;
  private static final int LONGEST_NAME = 200;
  private static final boolean[] ENDS_TAG_NAME = set("\t\n\f\r />");
  private static final boolean[] ENDS_ATTRIBUTE_NAME = set("\t\n\f\r />=");
  private static final boolean[] SPACE = set("\t\n\f\r ");

  private final String html;
  private final int length;

  /** A comment that makes it give up; null if none does. */
  private final @Nullable String telling;

  private int at;
  private boolean gaveUp;

  /** The name of the tag found last. */
  TagName name = HtmlTags.HTML;

  /** The attributes of the tag found last; none if it has none. */
  @Nullable Attributes attributes;

  /** How many they are: counting them anew asks each for its first character. */
  private int count;

  /** True if the tag found last ends with a slash. */
  boolean selfClosing;

  /** By which rules the page is read, as its doctype says. */
  Rules rules = Rules.OLD;

  private boolean begun;

  /** Texts so far whose references are not plain. */
  private int odd;

  /** Where an element begins that a line break at its very beginning is no part of. */
  private int opening = -1;

  // The text found last.
  private int from;
  private int to;

  private final Map<String, TagName> others = new HashMap<>();
  private final Map<String, TagName> drawn = new HashMap<>();
  private final AttributeNames names = new AttributeNames();

  private Scanner(String html, int start, @Nullable String telling) {
    this.html = html;
    this.telling = telling;
    this.length = html.length();
    this.at = start;
    if (html.indexOf('\0') >= 0) {
      giveUp();
    }
  }

  static Scanner ofPage(String html, @Nullable String telling) {
    return new Scanner(html, html.startsWith("\ufeff") ? 1 : 0, telling);
  }

  /** Of what stands in a body: a doctype there says nothing. */
  static Scanner ofFragment(String html) {
    Scanner scanner = new Scanner(html, 0, null);
    scanner.rules = Rules.STANDARD;
    scanner.begun = true;
    return scanner;
  }

  private static boolean[] set(String characters) {
    boolean[] set = new boolean[0x80];
    characters.chars().forEach(c -> set[c] = true);
    return set;
  }

  private static boolean in(boolean[] set, char c) {
    return c < 0x80 && set[c];
  }

  static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
  }

  /** True if the name stands at a place, whatever the case of its letters there. */
  static boolean stands(String name, String text, int start, int end) {
    if (name.length() != end - start) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != lower(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  /** Ends the reading: the page is one for another parser. */
  void giveUp() {
    gaveUp = true;
    at = length;
  }

  boolean hasGivenUp() {
    return gaveUp;
  }

  /** Finds the next tag or text. */
  Found next() {
    while (at < length) {
      if (html.charAt(at) != '<') {
        return text();
      }
      char c = at + 1 < length ? html.charAt(at + 1) : ' ';
      if (isLetter(c)) {
        return start();
      }
      if (c == '/') {
        if (at + 2 < length && isLetter(html.charAt(at + 2))) {
          return end();
        }
        endOfNothing();
      } else if (c == '!' || c == '?') {
        declaration();
      } else {
        return text();
      }
    }
    return Found.NOTHING_MORE;
  }

  private Found text() {
    from = at;
    int end = html.indexOf('<', at + 1);
    while (end >= 0 && (end + 1 == length || isText(html.charAt(end + 1)))) {
      end = html.indexOf('<', end + 1);
    }
    to = end < 0 ? length : end;
    at = to;
    begun = begun || !isBlank();
    return Found.TEXT;
  }

  /** True if a less-than sign before the character is but text. */
  private static boolean isText(char c) {
    return !isLetter(c) && c != '/' && c != '!' && c != '?';
  }

  /** True if the text found last is white space. */
  boolean isBlank() {
    for (int i = from; i < to; i++) {
      if (!in(SPACE, html.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Leaves out the white space that the text found last begins with. */
  void passSpace() {
    while (from < to && in(SPACE, html.charAt(from))) {
      from++;
    }
  }

  /** The text with its references resolved. */
  private String resolved(String text, boolean inAttribute) {
    String plain = References.resolve(text, inAttribute);
    if (plain != null) {
      return plain;
    }
    odd++;
    if (odd > MOST_ODD) {
      giveUp(); // jsoup resolves them faster while it reads
      return "";
    }
    return Parser.unescapeEntities(text, inAttribute);
  }

  /** The text found last, its references resolved. */
  String words() {
    String words = resolved(html.substring(from, to), false);
    if (from == opening && words.startsWith("\n")) {
      giveUp(); // a line break that is passed over, written as a reference
    }
    return words;
  }

  /** An end tag without a name is left out, one that begins otherwise is read as a comment. */
  private void endOfNothing() {
    int end = html.indexOf('>', at);
    if (end < 0) {
      giveUp();
    } else {
      at = end + 1;
    }
  }

  private void declaration() {
    if (html.startsWith("<!--", at)) {
      int end = html.indexOf("-->", at + 2);
      if (end < 0 || html.indexOf("--!>", at, end) >= 0 || isTelling(at + 4, end)) {
        giveUp();
      } else {
        at = end + 3;
      }
      return;
    }
    int end = html.indexOf('>', at);
    if (end < 0 || html.startsWith("<![CDATA[", at)) {
      giveUp();
    } else {
      documentType(end);
      at = end + 1;
    }
  }

  private boolean isTelling(int start, int end) {
    return telling != null && telling.length() == end - start && html.startsWith(telling, start);
  }

  private void documentType(int end) {
    if (!begun && html.regionMatches(true, at, DOCTYPE, 0, DOCTYPE.length())) {
      String type = html.substring(at + DOCTYPE.length(), end).strip();
      rules = type.equalsIgnoreCase("html") ? Rules.STANDARD : Rules.UNKNOWN;
      begun = true;
    }
  }

  private Found start() {
    at++;
    if (!name()) {
      return Found.NOTHING_MORE;
    }
    attributes = null;
    count = 0;
    selfClosing = false;
    return attributes(true) ? Found.START : Found.NOTHING_MORE;
  }

  private Found end() {
    at += 2;
    if (!name()) {
      return Found.NOTHING_MORE;
    }
    if (at < length && html.charAt(at) == '>') {
      at++;
      return Found.END;
    }
    return attributes(false) ? Found.END : Found.NOTHING_MORE;
  }

  /** Reads the name of a tag; false if it gives up. */
  private boolean name() {
    begun = true;
    int start = at;
    int end = start;
    int hash = 0;
    while (end < length && !in(ENDS_TAG_NAME, html.charAt(end))) {
      hash = 31 * hash + lower(html.charAt(end));
      end++;
    }
    at = end;
    if (end == length || end - start > LONGEST_NAME) {
      giveUp();
      return false;
    }
    TagName known = HtmlTags.at(html, start, end, hash);
    name = known != null ? known : others.computeIfAbsent(lowerCase(start, end), TagName::unknown);
    return true;
  }

  private String lowerCase(int start, int end) {
    char[] lower = new char[end - start];
    for (int i = start; i < end; i++) {
      lower[i - start] = lower(html.charAt(i));
    }
    return new String(lower);
  }

  /** The name found last as that of an element of a drawing. */
  TagName drawn() {
    return drawn.computeIfAbsent(name.name(), TagName::drawn);
  }

  /** Reads what stands between a tag's name and its end; false if it gives up. */
  private boolean attributes(boolean kept) {
    while (true) {
      at = afterSpace(at);
      if (at >= length) {
        giveUp();
        return false;
      }
      char c = html.charAt(at);
      if (c == '>') {
        at++;
        return true;
      }
      if (c == '/') {
        at++;
        if (at < length && html.charAt(at) == '>') {
          selfClosing = kept;
          at++;
          return true;
        }
      } else if (!attribute(kept)) {
        giveUp();
        return false;
      }
    }
  }

  private boolean attribute(boolean kept) {
    int start = at;
    int hash = html.charAt(start) == '=' ? '=' : 0;
    int end = html.charAt(start) == '=' ? start + 1 : start;
    while (end < length && !in(ENDS_ATTRIBUTE_NAME, html.charAt(end))) {
      hash = 31 * hash + lower(html.charAt(end));
      end++;
    }
    at = afterSpace(end);
    if (at >= length) {
      return false;
    }
    String value = null;
    if (html.charAt(at) == '=') {
      at++;
      value = value();
      if (value == null) {
        return false;
      }
    }
    if (kept) {
      keep(names.at(html, start, end, hash), value);
    }
    return true;
  }

  private int afterSpace(int from) {
    int after = from;
    while (after < length && in(SPACE, html.charAt(after))) {
      after++;
    }
    return after;
  }

  private void keep(String key, @Nullable String value) {
    Attributes all = attributes;
    if (all == null) {
      all = new Attributes();
      attributes = all;
    } else if (all.hasKey(key)) {
      return;
    } else if (count == MOST_ATTRIBUTES) {
      giveUp();
    }
    all.add(key, value);
    count++;
  }

  /** The value after an equals sign; null if it gives up. */
  private @Nullable String value() {
    int start = afterSpace(at);
    at = start;
    if (start >= length) {
      return null;
    }
    char quote = html.charAt(start);
    if (quote == '"' || quote == '\'') {
      int end = html.indexOf(quote, start + 1);
      if (end < 0) {
        return null;
      }
      at = end + 1;
      return resolved(html.substring(start + 1, end), true);
    }
    while (at < length && html.charAt(at) != '>' && !in(SPACE, html.charAt(at))) {
      at++;
    }
    return at == length ? null : resolved(html.substring(start, at), true);
  }

  /** Passes over a line break that stands at the very beginning of an element. */
  void passLineBreak() {
    int start = at;
    at += at < length && html.charAt(at) == '\r' ? 1 : 0;
    at += at < length && html.charAt(at) == '\n' ? 1 : 0;
    opening = at == start ? at : -1;
  }

  /**
   * True if something stands before the end tag of an element that holds text only; it is the text
   * found last then. Passes over both.
   */
  boolean holdsText(String element) {
    int end = element.equals("script") ? endOfScript(at) : endTag(element, at);
    if (end < 0) {
      giveUp();
      return false;
    }
    from = at;
    to = end;
    at = end + 2 + element.length();
    attributes(false);
    return to > from;
  }

  /** The text found last, as written. */
  HeldData held() {
    return new HeldData(html, from, to);
  }

  /** Where the next end tag of the name begins; -1 if none does. */
  private int endTag(String element, int from) {
    int end = html.indexOf('<', from);
    while (end >= 0 && !isEndTag(element, end)) {
      end = html.indexOf('<', end + 1);
    }
    return end;
  }

  private boolean isTag(String element, int start) {
    int after = start + element.length();
    return after < length
        && html.regionMatches(true, start, element, 0, element.length())
        && in(ENDS_TAG_NAME, html.charAt(after));
  }

  /**
   * As {@link #endTag}, of a script. A script within a comment in it ends before it does.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#script-data-escaped-state">
   *     WHATWG HTML, script data escaped state</a>
   */
  private int endOfScript(int from) {
    int endOfComment = from;
    boolean inner = false;
    for (int i = html.indexOf('<', from); i >= 0; i = html.indexOf('<', i + 1)) {
      boolean inComment = i < endOfComment;
      inner &= inComment;
      if (isEndTag("script", i)) {
        if (!inner) {
          return i;
        }
        inner = false;
      } else if (inComment) {
        inner |= isTag("script", i + 1);
      } else if (html.startsWith("<!--", i)) {
        int end = html.indexOf("-->", i + 2);
        endOfComment = end < 0 ? length : end;
      }
    }
    return -1;
  }

  private boolean isEndTag(String element, int start) {
    return html.startsWith("</", start) && isTag(element, start + 2);
  }
}
