package org.headrace.markup;

import java.util.Locale;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes a tree in a form that is the same for trees that say the same. */
final class TreeLines {
  private TreeLines() {}

  /**
   * A line for each element, its end, and each text; white space outside of the body and the case
   * of names are left out.
   */
  static String of(Document document) {
    StringBuilder lines = new StringBuilder();
    lines(document, lines, false);
    return lines.toString();
  }

  private static void lines(Node parent, StringBuilder lines, boolean inBody) {
    StringBuilder text = new StringBuilder();
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText());
      } else if (node instanceof DataNode data) {
        lines.append("data ").append(data.getWholeData()).append('\n');
      } else if (node instanceof Element element) {
        text(text, lines, inBody);
        lines.append('<').append(element.normalName());
        for (Attribute attribute : element.attributes()) {
          lines.append(' ').append(attribute.getKey().toLowerCase(Locale.ROOT));
          lines.append('=').append(attribute.getValue());
        }
        lines.append("\n");
        lines(element, lines, inBody || element.normalName().equals("body"));
        lines.append("</").append(element.normalName()).append('\n');
      }
    }
    text(text, lines, inBody);
  }

  private static void text(StringBuilder text, StringBuilder lines, boolean inBody) {
    if (inBody ? !text.isEmpty() : !text.toString().isBlank()) {
      lines.append("text ").append(inBody ? text : text.toString().strip()).append('\n');
    }
    text.setLength(0);
  }
}
