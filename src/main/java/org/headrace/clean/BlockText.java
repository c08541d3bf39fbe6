package org.headrace.clean;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of a tree as lines: a line for each block, cells of a row apart by a space. */
final class BlockText implements NodeVisitor {
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final Set<String> LINES =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "br",
          "caption",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "figcaption",
          "figure",
          "footer",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "li",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tr",
          "ul",
          "video",
          "audio");

  private final StringBuilder text = new StringBuilder();
  private int verbatim;

  private BlockText() {}

  static String of(Element body) {
    BlockText lines = new BlockText();
    body.traverse(lines);
    return lines.text.toString().strip();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      add(words.getWholeText());
    } else {
      edge(node);
      verbatim += node.nameIs("pre") ? 1 : 0;
    }
  }

  @Override
  public void tail(Node node, int depth) {
    edge(node);
    verbatim -= node.nameIs("pre") ? 1 : 0;
  }

  private void edge(Node node) {
    if (LINES.contains(node.normalName())) {
      end('\n');
    } else if (CELLS.contains(node.normalName())) {
      end(' ');
    }
  }

  private void end(char mark) {
    boolean atMark = text.isEmpty() || last() == '\n' || last() == mark;
    if (mark == '\n' && !text.isEmpty() && last() == ' ') {
      text.setLength(text.length() - 1);
    }
    if (!atMark) {
      text.append(mark);
    }
  }

  private void add(String words) {
    words.codePoints().forEach(this::add);
  }

  private void add(int point) {
    boolean space = Character.isWhitespace(point) || Character.isSpaceChar(point);
    if (!space) {
      text.appendCodePoint(point);
    } else if (verbatim > 0 && point == '\n') {
      end('\n');
    } else if (!text.isEmpty() && last() != ' ' && last() != '\n') {
      text.append(' ');
    }
  }

  private char last() {
    return text.charAt(text.length() - 1);
  }
}
