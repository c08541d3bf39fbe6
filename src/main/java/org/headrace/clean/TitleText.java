package org.headrace.clean;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;
import org.jsoup.select.NodeFilter;

/**
 * The words of a short text that may hold markup. What looks like an element but is none of HTML,
 * such as the type in {@code List<String>}, is a word.
 */
final class TitleText implements NodeFilter {
  private final StringBuilder text = new StringBuilder();

  private TitleText() {}

  static String of(List<Node> nodes) {
    TitleText words = new TitleText();
    nodes.forEach(node -> node.filter(words));
    return words.text.toString();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text.append(words.getWholeText());
    } else if (node instanceof Element element) {
      return start(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    separate(node);
    return FilterResult.CONTINUE;
  }

  private FilterResult start(Element element) {
    if (AllowList.isDropped(element.normalName())) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (isWord(element)) {
      text.append('<').append(element.tagName());
      element.attributes().forEach(word -> text.append(' ').append(word.getKey()));
      text.append('>');
    }
    separate(element);
    return FilterResult.CONTINUE;
  }

  private static boolean isWord(Element element) {
    return !Tag.isKnownTag(element.normalName())
        && element.attributes().asList().stream().allMatch(word -> word.getValue().isEmpty())
        && element.normalName().chars().allMatch(Character::isLetterOrDigit);
  }

  private void separate(Node node) {
    if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
      text.append(' ');
    }
  }
}
