package org.headrace.extract.site;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of elements as plain text: a line for each block, without captions and controls. */
final class PageLines implements NodeVisitor {
  private static final Set<String> SILENT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "figcaption",
          "caption",
          "button",
          "select",
          "option",
          "textarea",
          "svg",
          "iframe",
          "object",
          "head",
          "rt",
          "rp");

  private final StringBuilder text = new StringBuilder();
  private int silent;
  private int verbatim;

  private PageLines() {}

  static String of(Iterable<? extends Element> elements) {
    PageLines lines = new PageLines();
    for (Element element : elements) {
      lines.endLine();
      element.traverse(lines);
    }
    return lines.text.toString().strip();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element) {
      String tag = element.normalName();
      silent += SILENT.contains(tag) ? 1 : 0;
      verbatim += tag.equals("pre") ? 1 : 0;
      if (tag.equals("br") || element.isBlock()) {
        endLine();
      } else if (tag.equals("td") || tag.equals("th")) {
        space();
      }
    } else if (silent == 0 && node instanceof TextNode words) {
      add(words.getWholeText());
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      String tag = element.normalName();
      silent -= SILENT.contains(tag) ? 1 : 0;
      verbatim -= tag.equals("pre") ? 1 : 0;
      if (element.isBlock()) {
        endLine();
      }
    }
  }

  private void add(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '\n' && verbatim > 0) {
        endLine();
      } else if (c <= ' ' || c == '\u00a0' || c == '\u3000') {
        space();
      } else if (isSeen(c)) {
        text.append(c);
      }
    }
  }

  private static boolean isSeen(char c) {
    return c != '\u00ad' && c != '\ufeff' && c != '\u200b' && c != '\u2060';
  }

  private void space() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) > ' ') {
      text.append(' ');
    }
  }

  private void endLine() {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    text.setLength(end);
    if (end > 0) {
      text.append('\n');
    }
  }
}
