package org.headrace.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What the names of HTML elements mean for reading. */
final class Tags {
  /** In what a tag means: its text is not seen as text. */
  static final int NEVER_READ = 1 << 30;

  /** In what a tag means: it begins a new line. */
  static final int BREAKS = 1 << 31;

  /** In what a tag means: the rest, which are traits. */
  static final int TRAITS = ~(NEVER_READ | BREAKS);

  private static final Set<String> UNREAD =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "iframe",
          "object",
          "canvas",
          "button",
          "input",
          "select",
          "option",
          "optgroup",
          "textarea",
          "datalist",
          "label",
          "audio",
          "video",
          "map",
          "head",
          "title",
          "meta",
          "link",
          "frameset",
          "frame",
          "applet",
          "dialog",
          "progress",
          "meter",
          "amp-ad",
          "amp-sidebar",
          "amp-consent");

  private static final Set<String> LINES =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "details",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "search",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul",
          "caption",
          "frame",
          "noindex",
          "amp-story",
          "amp-accordion");

  private static final Map<String, Integer> MEANINGS = meanings();

  private Tags() {}

  /** Elements whose text a reader of the article does not see as text. */
  static boolean neverRead(String tag) {
    return (meaning(tag) & NEVER_READ) != 0;
  }

  /** Elements that begin a new line. */
  static boolean breaks(Element element) {
    return (meaning(element.normalName()) & BREAKS) != 0;
  }

  static boolean isHeading(String tag) {
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }

  /** The traits that follow from the element's name alone, and how its text is read. */
  static int meaning(String tag) {
    Integer meaning = MEANINGS.get(tag);
    return meaning != null ? meaning : tag.indexOf('-') > 0 ? BREAKS : 0;
  }

  private static Map<String, Integer> meanings() {
    Map<String, Integer> meanings = new HashMap<>();
    UNREAD.forEach(tag -> meanings.put(tag, NEVER_READ));
    LINES.forEach(tag -> meanings.put(tag, BREAKS | traits(tag)));
    return meanings;
  }

  private static int traits(String tag) {
    return switch (tag) {
      case "nav", "menu" -> Trait.NAV.bit();
      case "footer" -> Trait.FOOT.bit();
      case "aside" -> Trait.SIDE.bit();
      case "header" -> Trait.HEADER.bit();
      case "form", "fieldset" -> Trait.FORM.bit();
      case "figure" -> Trait.FIGURE.bit();
      case "figcaption" -> Trait.CAPTION.bit();
      default -> 0;
    };
  }
}
