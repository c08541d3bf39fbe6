package org.headrace.extract;

import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
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

  private final StringBuilder html = new StringBuilder();
  private final IdentityHashMap<Node, Boolean> text;
  private final Set<Element> left = Collections.newSetFromMap(new IdentityHashMap<>());
  private int remaining;
  private int written;
  private int media;
  private boolean paragraph;

  private BodyHtml(Survey survey, Region container, List<Block> kept) {
    text = new IdentityHashMap<>(kept.stream().mapToInt(block -> block.nodes.size()).sum() * 2);
    for (Block block : kept) {
      block.nodes.forEach(node -> text.put(node, true));
    }
    remaining = text.size();
    if (!kept.isEmpty()) {
      int first = kept.get(0).index;
      int last = kept.get(kept.size() - 1).index;
      for (Block block : survey.blocks.subList(Math.max(container.first, first - 2), last + 1)) {
        if (!block.region.dropped && Selection.isCaption(block) && !Phrases.isLabel(block)) {
          block.nodes.forEach(node -> text.putIfAbsent(node, false));
        }
      }
    }
    BitSet chosen = new BitSet();
    kept.forEach(block -> chosen.set(block.index));
    left.addAll(survey.hidden);
    for (Region region : survey.regions) {
      if (region.dropped && !held(region, chosen)) {
        left.add(region.element);
      }
    }
  }

  private static boolean held(Region region, BitSet chosen) {
    int next = chosen.nextSetBit(region.first);
    return next >= 0 && next < region.end;
  }

  static String of(Survey survey, Region container, List<Block> kept) {
    BodyHtml body = new BodyHtml(survey, container, kept);
    body.children(container.element, false);
    body.endParagraph();
    return body.html.toString();
  }

  private void children(Element parent, boolean inText) {
    int size = parent.childNodeSize();
    for (int i = 0; i < size; i++) {
      Node node = parent.childNode(i);
      if (node instanceof TextNode words) {
        words(words, inText);
      } else if (node instanceof Element element && !left.contains(element)) {
        element(element, inText);
      }
    }
  }

  private void words(TextNode node, boolean inText) {
    Boolean body = text.get(node);
    if (body != null) {
      begin(inText);
      html.append(escaped(node.getWholeText()));
      written += body ? 1 : 0;
      remaining -= body ? 1 : 0;
    } else if ((inText || paragraph) && node.isBlank() && !html.isEmpty()) {
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
    } else if (tag.equals("br")) {
      if (inText || paragraph) {
        html.append("<br>");
      }
    } else if (Tags.neverRead(tag)) {
      return;
    } else if (tag.equals("rt") || tag.equals("rp")) {
      readingAid(element, tag, inText);
    } else if (Tags.breaks(element)) {
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
      html.append(escaped(element.text())).append("</").append(tag).append('>');
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
    boolean breaks = element.children().stream().limit(50).anyMatch(Tags::breaks);
    if (breaks || !holdsText(element)) {
      children(element, false);
    } else {
      begin(false);
      inline(element, tag, false);
    }
  }

  /** Looks a few nodes deep: enough for a word in bold within a link. */
  private boolean holdsText(Node node) {
    return holdsText(node, 0);
  }

  private boolean holdsText(Node node, int depth) {
    if (text.containsKey(node)) {
      return true;
    }
    for (int i = 0; depth < 6 && i < Math.min(node.childNodeSize(), 20); i++) {
      if (holdsText(node.childNode(i), depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private void open(Element element, String name) {
    html.append('<').append(name);
    for (String attribute : ATTRIBUTES) {
      if (element.hasAttr(attribute)) {
        attribute(attribute, element.attr(attribute));
      }
    }
    html.append('>');
  }

  private void attribute(String name, String value) {
    html.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
  }

  private static String escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' || c == '\u00a0' || c < ' ') {
        return Entities.escape(text);
      }
    }
    return text;
  }

  /** Pictures and embeds between the first and the last text, and those of a figure before it. */
  private void media(Element element, String tag) {
    boolean inside = written > 0 && remaining > 0;
    Element parent = element.parent();
    boolean figure = parent != null && element.closest("figure") != null;
    if (media >= MOST_MEDIA || (!inside && !(figure && written == 0))) {
      return;
    }
    String address = tag.equals("img") ? Images.addressOrNear(element) : source(element);
    if (address.isEmpty()) {
      return;
    }
    media++;
    html.append('<').append(tag);
    attribute("src", address);
    for (String name : List.of("alt", "title", "width", "height", "poster")) {
      if (element.hasAttr(name)) {
        attribute(name, element.attr(name));
      }
    }
    html.append(tag.equals("img") ? ">" : "></" + tag + ">");
  }

  private static String source(Element element) {
    String lazy = element.attr("data-src");
    String source = lazy.isEmpty() ? element.attr("src") : lazy;
    Element inner = source.isEmpty() ? element.selectFirst("source[src]") : null;
    String address = inner == null ? source : inner.attr("src");
    return address.startsWith("http") || address.startsWith("/") ? address : "";
  }
}
