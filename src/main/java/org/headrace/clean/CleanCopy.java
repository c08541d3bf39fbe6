package org.headrace.clean;

import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Copies from a tree what the allow list lets pass; nothing else can get into the copy. */
final class CleanCopy {
  private static final int DEEPEST = 100;
  private static final int MOST_CHARACTERS = 2_000_000;
  private static final int WORTH_OF_A_TAG = 12;
  private static final int WORTH_OF_AN_ESCAPE = 5;
  private static final Set<String> MEDIA = Set.of("picture", "video", "audio");
  private static final Set<String> MEANINGLESS_EMPTY =
      Set.of(
          "p",
          "div",
          "span",
          "section",
          "article",
          "header",
          "footer",
          "aside",
          "address",
          "figure",
          "figcaption",
          "picture",
          "blockquote",
          "ul",
          "ol",
          "dl");

  private final Surroundings around;
  private int room = MOST_CHARACTERS;

  private CleanCopy(Surroundings around) {
    this.around = around;
  }

  /** Appends to {@code copy} what may stand of {@code body}. */
  static void into(Element copy, Element body, Surroundings around) {
    new CleanCopy(around).children(body, copy, 0);
  }

  private void children(Node from, Element to, int depth) {
    for (Node child : from.childNodes()) {
      if (room <= 0) {
        return;
      }
      if (child instanceof TextNode text) {
        text(text, to);
      } else if (child instanceof Element element) {
        element(element, to, depth);
      }
    }
  }

  private void text(TextNode text, Element to) {
    String legal = Values.cut(XmlText.legal(text.getWholeText()), room);
    String fitting = written(legal) <= room ? legal : Values.cut(legal, room / WORTH_OF_AN_ESCAPE);
    room -= written(fitting);
    to.appendChild(new TextNode(fitting));
  }

  /** Length of a text once its markup characters are escaped. */
  private static int written(String text) {
    long escapes = text.chars().filter(c -> c == '<' || c == '>' || c == '&').count();
    return text.length() + (int) escapes * (WORTH_OF_AN_ESCAPE - 1);
  }

  private void element(Element from, Element to, int depth) {
    String found = from.normalName();
    if (AllowList.isDropped(found) && !isForeignTitle(from)) {
      return;
    }
    String name = AllowList.name(found);
    Map<String, AttributeRule> rules = AllowList.attributes(name).orElse(Map.of());
    boolean stands = isHtml(from) && AllowList.attributes(name).isPresent() && depth < DEEPEST;
    if (!stands) {
      children(from, to, depth);
    } else if (!isUnwanted(name, from, to)) {
      place(from, attributed(name, from, rules), to, depth);
    }
  }

  private Element attributed(String name, Element from, Map<String, AttributeRule> rules) {
    Element copy = AllowList.element(name);
    for (Map.Entry<String, AttributeRule> rule : rules.entrySet()) {
      if (from.hasAttr(rule.getKey())) {
        rule.getValue()
            .clean(from.attr(rule.getKey()), around)
            .ifPresent(value -> write(copy, rule.getKey(), value));
      }
    }
    Additions.complete(copy, from, around);
    return copy;
  }

  private void write(Element copy, String attribute, String value) {
    copy.attr(attribute, value);
    room -= attribute.length() + written(value);
  }

  /** Puts the copy and what is in it into its place, if it then means anything. */
  private void place(Element from, Element copy, Element to, int depth) {
    room -= WORTH_OF_A_TAG;
    if (copy.nameIs("iframe")) {
      appendIf(copy.hasAttr("src"), copy, to);
    } else if (isWrapper(copy, from)) {
      children(from, to, depth);
    } else {
      to.appendChild(copy);
      children(from, copy, depth + 1);
      settle(copy);
    }
  }

  private static void appendIf(boolean wanted, Element copy, Element to) {
    if (wanted) {
      to.appendChild(copy);
    }
  }

  private boolean isUnwanted(String name, Element from, Element to) {
    return switch (name) {
      case "img" -> TrackingImages.isTracking(from, around.base());
      case "source", "track" -> !MEDIA.contains(to.normalName());
      default -> false;
    };
  }

  /** True for elements that say nothing without attributes or beside a block they only hold. */
  private static boolean isWrapper(Element copy, Element from) {
    if (copy.attributesSize() > 0) {
      return false;
    }
    return switch (copy.normalName()) {
      case "span", "a" -> true;
      case "div" -> holdsOneBlock(from);
      default -> false;
    };
  }

  private static boolean holdsOneBlock(Element from) {
    @Nullable Element only = null;
    for (Node child : from.childNodes()) {
      boolean blank = child instanceof TextNode text && text.isBlank();
      if (child instanceof Element element && only == null) {
        only = element;
      } else if (!blank) {
        return false;
      }
    }
    return only != null
        && only.isBlock()
        && AllowList.attributes(AllowList.name(only.normalName())).isPresent();
  }

  private static void settle(Element copy) {
    switch (copy.normalName()) {
      case "img", "source", "track" -> removeIf(!hasSource(copy), copy);
      case "video", "audio" ->
          unwrapIf(!hasSource(copy) && copy.selectFirst("source") == null, copy);
      case "picture" -> unwrapIf(copy.selectFirst("img") == null, copy);
      default -> {
        if (isEmpty(copy)) {
          copy.replaceWith(new TextNode(isAfterWord(copy) ? " " : ""));
        }
      }
    }
  }

  private static boolean hasSource(Element copy) {
    return copy.hasAttr("src") || copy.hasAttr("srcset");
  }

  private static boolean isEmpty(Element copy) {
    return MEANINGLESS_EMPTY.contains(copy.normalName())
        && !copy.hasAttr("id")
        && copy.firstElementChild() == null
        && !copy.hasText();
  }

  /** True if without the empty block the words before and after it would grow together. */
  private static boolean isAfterWord(Element copy) {
    Node before = copy.previousSibling();
    boolean inlineElement = before instanceof Element element && !element.isBlock();
    return inlineElement || (before instanceof TextNode text && !text.getWholeText().endsWith(" "));
  }

  private static void removeIf(boolean unwanted, Element copy) {
    if (unwanted) {
      copy.remove();
    }
  }

  private static void unwrapIf(boolean unwanted, Element copy) {
    if (unwanted) {
      copy.select("> source, > track").remove();
      copy.unwrap();
    }
  }

  private static boolean isHtml(Element element) {
    return element.tag().namespace().equals(Parser.NamespaceHtml);
  }

  /** The title of a drawing is a text for readers, unlike that of a document. */
  private static boolean isForeignTitle(Element element) {
    return element.normalName().equals("title") && !isHtml(element);
  }
}
