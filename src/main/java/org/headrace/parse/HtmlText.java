package org.headrace.parse;

import java.util.Map;
import java.util.Set;

/** Writes plain text and inner markup as HTML. */
final class HtmlText {
  private static final Set<String> VOID =
      Set.of("area", "base", "br", "col", "embed", "hr", "img", "input", "param", "wbr");

  private HtmlText() {}

  /** Plain text as HTML. */
  static String of(String plain) {
    return escaped(plain, false);
  }

  /**
   * A title that should be plain text. References in it are not escaped again: a title that really
   * talks about them is rarer than one escaped twice.
   */
  static String title(String plain) {
    String text = new CharacterReferences(Map.of(), new RepairLog()).resolve(plain);
    return of(text);
  }

  /** Plain text as the value of an attribute in quotes. */
  static String attribute(String plain) {
    return escaped(plain, true);
  }

  /** What stands in {@code element}, addresses absolute, prefixes gone. */
  static String inside(XmlElement element) {
    StringBuilder html = new StringBuilder();
    boolean atom = element.vocabulary() == Vocabulary.ATOM;
    element.children().forEach(child -> append(child, atom, html));
    return html.toString().strip();
  }

  private static void append(XmlNode node, boolean strict, StringBuilder html) {
    switch (node) {
      case XmlText text ->
          html.append(text.marked() && !strict ? text.characters() : of(text.characters()));
      case XmlElement element -> append(element, strict, html);
    }
  }

  private static void append(XmlElement element, boolean strict, StringBuilder html) {
    html.append('<').append(element.written());
    for (XmlAttribute attribute : element.attributes()) {
      if (!attribute.name().startsWith("xml")) {
        String value =
            HtmlAddresses.absolute(attribute.name(), attribute.value(), element.base())
                .orElse(attribute.value());
        html.append(' ')
            .append(attribute.name())
            .append("=\"")
            .append(attribute(value))
            .append('"');
      }
    }
    html.append('>');
    element.children().forEach(child -> append(child, strict, html));
    if (element.closed() && !(VOID.contains(element.local()) && element.children().isEmpty())) {
      html.append("</").append(element.written()).append('>');
    }
  }

  private static String escaped(String plain, boolean quotes) {
    int first = firstSpecial(plain, quotes);
    if (first == plain.length()) {
      return plain;
    }
    StringBuilder html = new StringBuilder(plain.length() + 32).append(plain, 0, first);
    for (int i = first; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append(quotes ? "&quot;" : "\"");
        default -> html.append(c);
      }
    }
    return html.toString();
  }

  private static int firstSpecial(String plain, boolean quotes) {
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '&' || c == '<' || c == '>' || quotes && c == '"') {
        return i;
      }
    }
    return plain.length();
  }
}
