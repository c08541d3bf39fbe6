package org.headrace.parse;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
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

  private record Edit(int end, String value) {}

  private HtmlAddresses() {}

  /** {@code html} with absolute addresses. */
  static String absolute(String html, String base) {
    if (html.indexOf('<') < 0 || !mayHoldRelative(html)) {
      return html;
    }
    TreeMap<Integer, Edit> edits = new TreeMap<>();
    Parser parser = Parser.xmlParser().setTrackPosition(true);
    for (Element element : parser.parseInput(html, "").getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        absolute(attribute.getKey(), attribute.getValue(), base)
            .ifPresent(
                value -> {
                  Range range = element.attributes().sourceRange(attribute.getKey()).valueRange();
                  edits.put(range.startPos(), new Edit(range.endPos(), value));
                });
      }
    }
    return edits.isEmpty() ? html : edited(html, edits);
  }

  /** A quick look that spares most HTML the reading: true if any address may be relative. */
  private static boolean mayHoldRelative(String html) {
    for (int at = html.indexOf('='); at >= 0; at = html.indexOf('=', at + 1)) {
      int nameEnd = at;
      while (nameEnd > 0 && html.charAt(nameEnd - 1) <= ' ') {
        nameEnd--;
      }
      int name = nameEnd;
      while (name > 0 && Character.isLetter(html.charAt(name - 1))) {
        name--;
      }
      String attribute = html.substring(name, nameEnd).toLowerCase(Locale.ROOT);
      if (attribute.equals("srcset") || ADDRESSES.contains(attribute) && !isWebAt(html, at + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWebAt(String html, int start) {
    int at = start;
    while (at < html.length() && (html.charAt(at) <= ' ' || "\"'".indexOf(html.charAt(at)) >= 0)) {
      at++;
    }
    return html.startsWith("http://", at) || html.startsWith("https://", at);
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

  private static String edited(String html, SortedMap<Integer, Edit> edits) {
    StringBuilder edited = new StringBuilder(html.length() + 64 * edits.size());
    int done = 0;
    for (var edit : edits.entrySet()) {
      if (edit.getKey() >= done) {
        edited.append(html, done, edit.getKey());
        edited.append(HtmlText.attribute(edit.getValue().value()));
        done = edit.getValue().end();
      }
    }
    return edited.append(html, done, html.length()).toString();
  }
}
