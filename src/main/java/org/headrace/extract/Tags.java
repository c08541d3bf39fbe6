package org.headrace.extract;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What the names of HTML elements mean for reading. */
final class Tags {
  // Kinds of elements; what was learned knows them by number.
  static final int P = 1;
  static final int DIV = 2;
  static final int LI = 3;
  static final int H1 = 4;
  static final int H2 = 5;
  static final int H3 = 6;
  static final int H4 = 7;
  static final int H5 = 8;
  static final int BLOCKQUOTE = 9;
  static final int CELL = 10;
  static final int PRE = 11;
  static final int FIGCAPTION = 12;
  static final int FIGURE = 13;
  static final int DESCRIPTION = 14;
  static final int SECTION = 15;
  static final int ARTICLE = 16;
  static final int HEADER = 17;
  static final int FOOTER = 18;
  static final int ASIDE = 19;
  static final int LIST = 20;
  static final int BODY = 21;

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

  private static final Meaning UNKNOWN = new Meaning(Flow.RUNNING, 0, 0, 0, Role.NONE);

  /** A name with a hyphen is the page's own. */
  private static final Meaning OWN = new Meaning(Flow.LINE, 0, 0, 0, Role.NONE);

  private static final WordTable<Meaning> MEANINGS = meanings();

  private Tags() {}

  /** How an element's text is read. */
  enum Flow {
    /** Not seen as text by a reader of the article. */
    NEVER,
    /** Begins a new line. */
    LINE,
    /** As a part of the line around it. */
    RUNNING
  }

  /** What only a few elements do. */
  enum Role {
    NONE,
    META,
    RELATION,
    BASE,
    SCRIPT,
    LINE_BREAK,
    AS_WRITTEN,
    LINK,
    STRONG,
    ITALIC,
    TIME,
    HEADLINE,
    TEMPLATE,
    /** How a word is read, set small above it: not part of the text. */
    READING_AID
  }

  /**
   * What the name of an element says.
   *
   * @param traits those that follow from the name alone
   * @param kind one of the numbers above for the more common names, zero for others
   * @param landmark a number for the names of a page's parts, zero for others
   */
  record Meaning(Flow flow, int traits, int kind, int landmark, Role role) {}

  static Meaning of(String tag) {
    Meaning meaning = MEANINGS.get(tag);
    return meaning != null ? meaning : tag.indexOf('-') > 0 ? OWN : UNKNOWN;
  }

  /** True for an element that the page names itself, as a rule by what is in it. */
  static boolean isOwn(Element element) {
    return element.normalName().indexOf('-') > 0;
  }

  /** Elements that begin a new line. */
  static boolean breaks(Element element) {
    return of(element.normalName()).flow == Flow.LINE;
  }

  static boolean isHeading(int kind) {
    return kind >= H1 && kind <= H5;
  }

  private static WordTable<Meaning> meanings() {
    WordTable<Meaning> meanings = new WordTable<>();
    for (String tag :
        List.of("a", "b", "strong", "em", "i", "br", "time", "rt", "rp", "span", "base")) {
      meanings.put(tag, meaning(tag, Flow.RUNNING));
    }
    UNREAD.forEach(tag -> meanings.put(tag, meaning(tag, Flow.NEVER)));
    LINES.forEach(tag -> meanings.put(tag, meaning(tag, Flow.LINE)));
    return meanings;
  }

  private static Meaning meaning(String tag, Flow flow) {
    return new Meaning(flow, traits(tag), kind(tag), landmark(tag), role(tag));
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

  private static Role role(String tag) {
    return switch (tag) {
      case "meta" -> Role.META;
      case "link" -> Role.RELATION;
      case "base" -> Role.BASE;
      case "script" -> Role.SCRIPT;
      case "br" -> Role.LINE_BREAK;
      case "pre" -> Role.AS_WRITTEN;
      case "a" -> Role.LINK;
      case "b", "strong" -> Role.STRONG;
      case "em", "i" -> Role.ITALIC;
      case "time" -> Role.TIME;
      case "h1" -> Role.HEADLINE;
      case "template" -> Role.TEMPLATE;
      case "rt", "rp" -> Role.READING_AID;
      default -> Role.NONE;
    };
  }

  private static int landmark(String tag) {
    return switch (tag) {
      case "article" -> 1;
      case "main" -> 2;
      case "aside" -> 3;
      case "header" -> 4;
      case "footer" -> 5;
      case "nav" -> 6;
      case "form" -> 7;
      default -> 0;
    };
  }

  private static int kind(String tag) {
    return switch (tag) {
      case "p" -> P;
      case "div" -> DIV;
      case "li" -> LI;
      case "h1" -> H1;
      case "h2" -> H2;
      case "h3" -> H3;
      case "h4" -> H4;
      case "h5", "h6" -> H5;
      case "blockquote" -> BLOCKQUOTE;
      case "td", "th" -> CELL;
      case "pre" -> PRE;
      case "figcaption" -> FIGCAPTION;
      case "figure" -> FIGURE;
      case "dd", "dt" -> DESCRIPTION;
      case "section" -> SECTION;
      case "article" -> ARTICLE;
      case "header" -> HEADER;
      case "footer" -> FOOTER;
      case "aside" -> ASIDE;
      case "ul", "ol" -> LIST;
      case "body" -> BODY;
      default -> 0;
    };
  }
}
