package org.headrace.extract;

import java.util.Set;
import org.jsoup.nodes.Element;

/** What the names of HTML elements mean for reading. */
final class Tags {
  private static final Set<String> NEVER_READ =
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

  private static final Set<String> BREAKS =
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

  private Tags() {}

  /** Elements whose text a reader of the article does not see as text. */
  static boolean neverRead(String tag) {
    return NEVER_READ.contains(tag);
  }

  /** Elements that begin a new line. */
  static boolean breaks(Element element) {
    String tag = element.normalName();
    return BREAKS.contains(tag) || tag.indexOf('-') > 0;
  }

  static boolean isHeading(String tag) {
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }

  /** Traits that follow from the element's name alone. */
  static int traits(String tag) {
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
