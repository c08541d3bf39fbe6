package org.headrace.extract.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.headrace.extract.site.SiteConfig.Edit;
import org.headrace.extract.site.SiteConfig.Replacement;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Does to a page what the rules of its site say, before its article is sought. */
final class PageEdits {
  /** What replacing may add to a page before it is stopped, in characters. */
  private static final int MOST_ADDED = 2_000_000;

  private static final int MOST_CHANGES = 50_000;

  private PageEdits() {}

  /** The page's characters, with other texts for those that are sought. */
  static String replaced(String html, List<Replacement> replacements) {
    String text = html;
    for (Replacement one : replacements) {
      text = replaced(text, one, html.length() + MOST_ADDED);
    }
    return text;
  }

  private static String replaced(String text, Replacement one, int most) {
    int at = text.indexOf(one.found());
    if (at < 0) {
      return text;
    }
    StringBuilder made = new StringBuilder(text.length() + 64);
    int from = 0;
    while (at >= 0 && made.length() + text.length() - from < most) {
      made.append(text, from, at).append(one.instead());
      from = at + one.found().length();
      at = text.indexOf(one.found(), from);
    }
    return made.append(text, from, text.length()).toString();
  }

  static void apply(SiteConfig config, Document page, Patience patience) {
    for (Edit edit : config.edits()) {
      List<Object> found = edit.path().nodes(page, patience);
      List<Object> some = found.subList(0, Math.min(found.size(), MOST_CHANGES));
      if (edit instanceof Edit.Move move) {
        move(some, move.target().elements(page, patience));
      } else {
        some.forEach(node -> apply(edit, node));
      }
    }
    stripNamed(config, page, patience);
    config.lazy().forEach(attribute -> settle(page, attribute));
    if (config.paragraphs().orElse(false)) {
      DoubleBreaks.toParagraphs(page);
    }
  }

  private static void apply(Edit edit, Object found) {
    if (found instanceof PageAttribute attribute) {
      attribute.owner().removeAttr(attribute.name());
    } else if (found instanceof Node node && node.parent() != null && !isFrame(node)) {
      switch (edit) {
        case Edit.Strip strip -> node.remove();
        case Edit.Dissolve dissolve -> node.unwrap();
        case Edit.Wrap wrap -> wrap(node, wrap.tag());
        case Edit.StripAttribute needsAttribute -> {}
        case Edit.Move elsewhere -> {}
      }
    }
  }

  /** What a page cannot be without. */
  static boolean isFrame(Node node) {
    return node.nameIs("html") || node.nameIs("body") || node.nameIs("head");
  }

  private static void wrap(Node node, String tag) {
    Element around = new Element(tag);
    node.replaceWith(around);
    around.appendChild(node);
  }

  private static void move(List<Object> found, List<Element> targets) {
    if (targets.isEmpty()) {
      return;
    }
    Element target = targets.getFirst();
    for (Object one : found) {
      if (one instanceof Node node && !isFrame(node) && !holds(node, target)) {
        target.appendChild(node);
      }
    }
  }

  private static boolean holds(Node outer, Node inner) {
    for (Node at = inner; at != null; at = at.parent()) {
      if (at.equals(outer)) {
        return true;
      }
    }
    return false;
  }

  private static void stripNamed(SiteConfig config, Document page, Patience patience) {
    List<String> words = lower(config.stripWords());
    List<String> images = lower(config.stripImages());
    if (words.isEmpty() && images.isEmpty()) {
      return;
    }
    List<Element> leaving = new ArrayList<>();
    for (Element element : page.getAllElements()) {
      patience.step();
      boolean image = !images.isEmpty() && element.nameIs("img");
      if (element.parent() != null
          && !isFrame(element)
          && (contains(element.id(), words)
              || contains(element.className(), words)
              || (image && contains(element.attr("src"), images)))) {
        leaving.add(element);
      }
    }
    leaving.forEach(Node::remove);
  }

  private static List<String> lower(List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  private static boolean contains(String value, List<String> words) {
    if (value.isEmpty() || words.isEmpty()) {
      return false;
    }
    String lower = value.toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(lower::contains);
  }

  private static void settle(Document page, String attribute) {
    for (Element image : page.getElementsByAttribute(attribute)) {
      if (image.nameIs("img")) {
        image.attr("src", image.attr(attribute));
      }
    }
  }

  /** Two line breaks that stand for the end of a paragraph. */
  private static final class DoubleBreaks {
    private DoubleBreaks() {}

    static void toParagraphs(Document page) {
      for (Element first : page.select("br")) {
        Element parent = first.parent();
        if (parent != null && startsParagraphs(first)) {
          split(parent);
        }
      }
    }

    private static boolean startsParagraphs(Element first) {
      Node next = first.nextSibling();
      while (next instanceof TextNode space && space.isBlank()) {
        next = next.nextSibling();
      }
      return next != null && next.nameIs("br");
    }

    /** Puts each run of words between double breaks into a paragraph of its own. */
    private static void split(Element parent) {
      if (parent.nameIs("p") || !parent.isBlock()) {
        return;
      }
      List<Node> run = new ArrayList<>();
      int breaks = 0;
      for (Node node : List.copyOf(parent.childNodes())) {
        boolean block = node instanceof Element element && element.isBlock();
        if (node.nameIs("br")) {
          breaks++;
          run.add(node);
        } else if (node instanceof TextNode space && space.isBlank()) {
          run.add(node);
        } else {
          if (breaks > 1 || block) {
            paragraph(run);
            run = new ArrayList<>();
          }
          breaks = 0;
          if (!block) {
            run.add(node);
          }
        }
      }
      paragraph(run);
    }

    private static void paragraph(List<Node> run) {
      while (!run.isEmpty() && run.getLast().nameIs("br")) {
        run.removeLast().remove();
      }
      boolean words =
          run.stream().anyMatch(node -> !(node instanceof TextNode space && space.isBlank()));
      if (words) {
        Element paragraph = new Element("p");
        run.getFirst().before(paragraph);
        run.forEach(paragraph::appendChild);
      }
    }
  }
}
