package org.headrace.extract;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The text of an element that should hold little: of one that holds much, nothing is read. */
final class ShortText {
  private final int longest;
  private final StringBuilder text = new StringBuilder();

  private ShortText(int longest) {
    this.longest = longest;
  }

  /** White space folded; empty if it is longer. */
  static String of(Element element, int longest) {
    ShortText text = new ShortText(longest);
    text.add(element);
    return text.isTooLong() ? "" : text.text.toString().strip();
  }

  private boolean isTooLong() {
    return text.length() > longest;
  }

  private void add(Element element) {
    boolean line = Tags.breaks(element) || element.normalName().equals("br");
    space(line);
    for (int i = 0; i < element.childNodeSize() && !isTooLong(); i++) {
      Node node = element.childNode(i);
      if (node instanceof TextNode words) {
        add(words.getWholeText());
      } else if (node instanceof Element child) {
        add(child);
      }
    }
    space(line);
  }

  private void add(String words) {
    for (int i = 0; i < words.length() && !isTooLong(); i++) {
      char c = words.charAt(i);
      if (c <= ' ' || c == '\u00a0') {
        space(true);
      } else if (c != '\u00ad' && c != '\u200b') {
        text.append(c);
      }
    }
  }

  private void space(boolean wanted) {
    if (wanted && !text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }
}
