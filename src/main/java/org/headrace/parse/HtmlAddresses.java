package org.headrace.parse;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;

/** Makes the addresses in HTML absolute and leaves every other character as it was. */
final class HtmlAddresses {
  private static final Set<String> ADDRESSES =
      Set.of(
          "href",
          "src",
          "cite",
          "action",
          "background",
          "classid",
          "codebase",
          "data",
          "longdesc",
          "poster",
          "profile",
          "usemap");

  private static final int LONGEST_NAME = 10;

  /** Their content is no markup, whatever it looks like. */
  private static final Set<String> OPAQUE = Set.of("script", "style");

  private final String html;
  private final String base;
  private final StringBuilder edited = new StringBuilder();
  private int done;

  private HtmlAddresses(String html, String base) {
    this.html = html;
    this.base = base;
  }

  /** {@code html} with absolute addresses. */
  static String absolute(String html, String base) {
    return html.indexOf('<') < 0 ? html : new HtmlAddresses(html, base).edited();
  }

  private String edited() {
    int at = html.indexOf('<');
    while (at >= 0 && at + 1 < html.length()) {
      char next = html.charAt(at + 1);
      int end = at + 1;
      if (next == '!') {
        end = afterDeclaration(at);
      } else if (isLetter(next)) {
        end = afterTag(at + 1);
      }
      at = end < html.length() ? html.indexOf('<', end) : -1;
    }
    return done == 0 ? html : edited.append(html, done, html.length()).toString();
  }

  private int afterDeclaration(int start) {
    if (html.startsWith("<!--", start)) {
      return after("-->", start + 4);
    }
    return html.startsWith("<![CDATA[", start) ? after("]]>", start + 9) : after(">", start + 2);
  }

  private int after(String mark, int from) {
    int found = html.indexOf(mark, from);
    return found < 0 ? html.length() : found + mark.length();
  }

  /** Looks through the tag whose name begins at {@code start}; returns where to go on. */
  private int afterTag(int start) {
    int nameEnd = start;
    while (nameEnd < html.length() && !endsName(html.charAt(nameEnd))) {
      nameEnd++;
    }
    int at = nameEnd;
    while (at < html.length() && html.charAt(at) != '>') {
      char c = html.charAt(at);
      at = c == '/' || c <= ' ' ? at + 1 : afterAttribute(at);
    }
    String name = html.substring(start, Math.min(nameEnd, start + 7)).toLowerCase(Locale.ROOT);
    return OPAQUE.contains(name) ? endTag(name, at) : at;
  }

  private int endTag(String name, int from) {
    for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
      if (html.regionMatches(true, at + 2, name, 0, name.length())) {
        return at;
      }
    }
    return html.length();
  }

  private int afterAttribute(int start) {
    int nameEnd = start + 1;
    while (nameEnd < html.length() && !endsName(html.charAt(nameEnd))) {
      nameEnd++;
    }
    int sign = skipBlanks(nameEnd);
    if (sign >= html.length() || html.charAt(sign) != '=') {
      return nameEnd;
    }
    int valueStart = skipBlanks(sign + 1);
    if (valueStart >= html.length()) {
      return html.length();
    }
    char quote = html.charAt(valueStart);
    boolean quoted = quote == '"' || quote == '\'';
    int valueEnd = quoted ? html.indexOf(quote, valueStart + 1) : bareEnd(valueStart);
    if (valueEnd < 0) {
      return html.length();
    }
    settle(html.substring(start, nameEnd), quoted ? valueStart + 1 : valueStart, valueEnd);
    return quoted ? valueEnd + 1 : valueEnd;
  }

  private void settle(String name, int start, int end) {
    if (name.length() > LONGEST_NAME || isWebAt(start)) {
      return;
    }
    absolute(name, Parser.unescapeEntities(html.substring(start, end), true), base)
        .ifPresent(
            address -> {
              edited.append(html, done, start).append(HtmlText.attribute(address));
              done = end;
            });
  }

  private boolean isWebAt(int start) {
    return html.startsWith("http://", start) || html.startsWith("https://", start);
  }

  private int bareEnd(int start) {
    int end = start;
    while (end < html.length() && html.charAt(end) > ' ' && html.charAt(end) != '>') {
      end++;
    }
    return end;
  }

  private int skipBlanks(int start) {
    int at = start;
    while (at < html.length() && html.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static boolean endsName(char c) {
    return c <= ' ' || c == '=' || c == '>' || c == '/';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** The absolute form of an attribute's value; empty if it is no address or absolute already. */
  static Optional<String> absolute(String attribute, String value, String base) {
    String name = attribute.toLowerCase(Locale.ROOT);
    if (name.equals("srcset")) {
      return Optional.of(absoluteSet(value, base)).filter(set -> !set.equals(value));
    }
    if (!ADDRESSES.contains(name) || value.isBlank() || !Address.scheme(value.strip()).isEmpty()) {
      return Optional.empty();
    }
    return Address.resolve(base, value).filter(address -> !address.equals(value));
  }

  /** Candidates are separated by commas, address before the blank. */
  private static String absoluteSet(String set, String base) {
    StringBuilder all = new StringBuilder();
    for (String candidate : set.split(",\\s+")) {
      String stripped = candidate.strip();
      int blank = stripped.indexOf(' ');
      String address = blank < 0 ? stripped : stripped.substring(0, blank);
      String size = blank < 0 ? "" : stripped.substring(blank);
      all.append(all.isEmpty() ? "" : ", ");
      all.append(Address.resolve(base, address).orElse(address)).append(size);
    }
    return all.toString();
  }
}
