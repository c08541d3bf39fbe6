package org.headrace.extract;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes the chosen blocks as HTML: their structure, inline marks, links, and the figures between
 * them, without the layout around. Addresses stay as written; it is not safe before cleaning.
 */
final class BodyHtml {
  private static final Set<String> KEPT_BLOCKS =
      Set.of(
          "p",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "blockquote",
          "pre",
          "table",
          "caption",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "td",
          "th",
          "figure",
          "figcaption");
  private static final Set<String> KEPT_INLINE =
      Set.of(
          "a", "em", "i", "strong", "b", "u", "s", "del", "ins", "sub", "sup", "q", "cite", "abbr",
          "mark", "small", "time", "code", "kbd", "samp", "var", "bdi", "bdo", "ruby", "rt", "rp",
          "dfn");

  /** Blocks that hold text themselves: no paragraph is opened in them. */
  private static final Set<String> TEXT_HOLDERS =
      Set.of(
          "p",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "li",
          "dt",
          "dd",
          "pre",
          "td",
          "th",
          "figcaption",
          "caption");

  private static final Set<String> MEDIA = Set.of("img", "iframe", "video", "audio");
  private static final List<String> ATTRIBUTES =
      List.of("href", "cite", "datetime", "colspan", "rowspan", "lang", "dir", "start");
  private static final int MOST_MEDIA = 300;
  private static final int LONGEST_SET = 4_000;

  private final StringBuilder html = new StringBuilder(8_192);
  private final ChosenNodes chosen;
  private int media;
  private boolean paragraph;

  /** Room for the text being written. */
  private char[] letters = new char[1_024];

  private BodyHtml(ChosenNodes chosen) {
    this.chosen = chosen;
  }

  static String of(Survey survey, Region container, List<Block> kept) {
    BodyHtml body = new BodyHtml(new ChosenNodes(survey, container, kept));
    body.children(container.element, false);
    body.endParagraph();
    return body.html.toString();
  }

  private void children(Element parent, boolean inText) {
    int size = parent.childNodeSize();
    for (int i = 0; i < size && !chosen.isWritten(); i++) {
      Node node = parent.childNode(i);
      if (node instanceof TextNode words) {
        words(words, inText);
      } else if (node instanceof Element element && !chosen.leave(element)) {
        element(element, inText);
      }
    }
  }

  private void words(TextNode node, boolean inText) {
    if (chosen.take(node)) {
      begin(inText);
      escaped(node.getWholeText());
    } else if ((inText || paragraph) && !html.isEmpty() && node.isBlank()) {
      html.append(' ');
    }
  }

  private void begin(boolean inText) {
    if (!inText && !paragraph) {
      html.append("<p>");
      paragraph = true;
    }
  }

  private void endParagraph() {
    if (paragraph) {
      html.append("</p>\n");
      paragraph = false;
    }
  }

  private void element(Element element, boolean inText) {
    String tag = element.normalName();
    if (MEDIA.contains(tag)) {
      media(element, tag);
      return;
    }
    Tags.Meaning meaning = Tags.of(tag);
    if (meaning.flow() == Tags.Flow.NEVER && !Survey.isShown(element, meaning.role())) {
      return;
    }
    if (meaning.role() == Tags.Role.LINE_BREAK) {
      html.append(inText || paragraph ? "<br>" : "");
    } else if (meaning.role() == Tags.Role.READING_AID) {
      readingAid(element, tag, inText);
    } else if (meaning.flow() == Tags.Flow.LINE) {
      block(element, tag, inText);
    } else if (KEPT_INLINE.contains(tag)) {
      inline(element, tag, inText);
    } else {
      children(element, inText);
    }
  }

  private void readingAid(Element element, String tag, boolean inText) {
    if (inText || paragraph) {
      html.append('<').append(tag).append('>');
      escaped(element.text());
      html.append("</").append(tag).append('>');
    }
  }

  private void block(Element element, String tag, boolean inText) {
    String name = tag.equals("h1") ? "h2" : tag;
    boolean kept = KEPT_BLOCKS.contains(name) && !(inText && name.equals("p"));
    if (!inText) {
      endParagraph();
    }
    int before = html.length();
    if (kept) {
      open(element, name);
    }
    int start = html.length();
    children(element, inText || TEXT_HOLDERS.contains(name));
    if (!inText) {
      endParagraph();
    }
    if (isBlank(start)) {
      html.setLength(before);
    } else if (kept) {
      html.append("</").append(name).append(">\n");
    } else if (inText) {
      html.append("<br>");
    }
  }

  private boolean isBlank(int start) {
    for (int i = start; i < html.length(); i++) {
      if (html.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }

  private void inline(Element element, String tag, boolean inText) {
    if (paragraph || inText) {
      int before = html.length();
      open(element, tag);
      int start = html.length();
      children(element, true);
      if (isBlank(start)) {
        html.setLength(before);
      } else {
        html.append("</").append(tag).append('>');
      }
      return;
    }
    if (!chosen.isIn(element) || holdsLines(element)) {
      children(element, false);
    } else {
      begin(false);
      inline(element, tag, false);
    }
  }

  private static boolean holdsLines(Element element) {
    for (int i = 0; i < Math.min(element.childNodeSize(), 50); i++) {
      if (element.childNode(i) instanceof Element child && Tags.breaks(child)) {
        return true;
      }
    }
    return false;
  }

  private void open(Element element, String name) {
    html.append('<').append(name);
    if (element.attributesSize() > 0) {
      Attributes attributes = element.attributes();
      for (String attribute : ATTRIBUTES) {
        if (attributes.hasKey(attribute)) {
          attribute(attribute, attributes.get(attribute));
        }
      }
    }
    html.append('>');
  }

  private void attribute(String name, String value) {
    html.append(' ').append(name).append("=\"");
    escaped(value);
    html.append('"');
  }

  /**
   * Writes text so that it is read as text; control characters, which nobody sees, are left out.
   */
  private void escaped(String text) {
    int length = text.length();
    if (length > letters.length) {
      letters = new char[2 * length];
    }
    char[] letters = this.letters;
    text.getChars(0, length, letters, 0);
    int start = 0;
    for (int i = 0; i < length; i++) {
      char c = letters[i];
      if (c > '>' && c != '\u00a0' || (c >= ' ' && c != '&' && c != '<' && c != '>' && c != '"')) {
        continue;
      }
      html.append(letters, start, i - start);
      start = i + 1;
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\u00a0' -> html.append("&nbsp;");
        case '\t', '\n', '\r' -> html.append(c);
        default -> {}
      }
    }
    html.append(letters, start, length - start);
  }

  private void media(Element element, String tag) {
    boolean begun = chosen.isBodyBegun();
    if (media >= MOST_MEDIA || (begun ? chosen.isBodyWritten() : !isInFigure(element))) {
      return;
    }
    String address = tag.equals("img") ? Images.addressOrNear(element) : source(element);
    if (address.isEmpty()) {
      return;
    }
    media++;
    html.append('<').append(tag);
    attribute("src", address);
    if (tag.equals("img")) {
      sourceSet(Images.sourceSet(element));
    }
    for (String name : List.of("alt", "title", "width", "height", "poster")) {
      if (element.hasAttr(name)) {
        attribute(name, element.attr(name));
      }
    }
    html.append(tag.equals("img") ? ">" : "></" + tag + ">");
  }

  private void sourceSet(String set) {
    if (set.indexOf(' ') > 0 && set.length() < LONGEST_SET) {
      attribute("srcset", set);
    }
  }

  private static boolean isInFigure(Element element) {
    for (Element at = element.parent(); at != null; at = at.parent()) {
      if (at.normalName().equals("figure")) {
        return true;
      }
    }
    return false;
  }

  private static String source(Element element) {
    String lazy = element.attr("data-src");
    String source = lazy.isEmpty() ? element.attr("src") : lazy;
    Element inner = source.isEmpty() ? element.selectFirst("source[src]") : null;
    String address = inner == null ? source : inner.attr("src");
    return address.startsWith("http") || address.startsWith("/") ? address : "";
  }
}
