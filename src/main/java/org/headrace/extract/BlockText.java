package org.headrace.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Gathers the text of the block being read: folds white space, counts what is linked or bold. */
final class BlockText {
  private static final int LONGEST = 200_000;

  private final StringBuilder text = new StringBuilder();
  private List<TextNode> nodes = new ArrayList<>();
  private List<Element> links = new ArrayList<>();
  private int linked;
  private int strong;
  private int breaks;

  void add(TextNode node, boolean inLink, boolean inStrong, boolean asWritten) {
    String words = node.getWholeText();
    int before = text.length();
    int dense = 0;
    boolean seen = false;
    for (int i = 0; i < words.length() && text.length() < LONGEST; i++) {
      char c = words.charAt(i);
      if (c == '\n' && asWritten) {
        endLine();
      } else if (isSpace(c)) {
        space();
      } else if (isSeen(c)) {
        text.append(c);
        dense += c >= 0x0E00 && TextMeasure.isDense(c) ? 1 : 0;
        breaks = 0;
        seen = true;
      }
    }
    int added = text.length() - before + 2 * dense;
    linked += inLink ? added : 0;
    strong += inStrong ? added : 0;
    if (seen) {
      nodes.add(node);
    }
  }

  void link(Element link) {
    links.add(link);
  }

  /** Notes a line break; true if it is the second in a row, which ends a paragraph. */
  boolean lineBreak() {
    if (!hasText()) {
      return false;
    }
    endLine();
    breaks++;
    return breaks > 1;
  }

  private void endLine() {
    trimEnd();
    if (!text.isEmpty()) {
      text.append('\n');
    }
  }

  private void trimEnd() {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\n')) {
      end--;
    }
    text.setLength(end);
  }

  private void space() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) > ' ') {
      text.append(' ');
    }
  }

  private static boolean isSpace(char c) {
    return c <= ' '
        || c == '\u00a0'
        || c == '\u3000'
        || (c >= '\u2000' && c <= '\u200a')
        || c == '\u202f'
        || c == '\u2028'
        || c == '\u2029';
  }

  /** False for soft hyphens, zero-width spaces, direction marks and the byte order mark. */
  private static boolean isSeen(char c) {
    return c != '\u00ad'
        && c != '\ufeff'
        && !(c >= '\u200b' && c <= '\u200f')
        && c != '\u2060'
        && !(c >= '\u202a' && c <= '\u202e');
  }

  boolean hasText() {
    return !nodes.isEmpty();
  }

  Block take(int index, Region region) {
    trimEnd();
    Block block = new Block(index, region, text.toString(), nodes, links, linked, strong);
    nodes = new ArrayList<>();
    links = new ArrayList<>();
    clear();
    return block;
  }

  void clear() {
    text.setLength(0);
    nodes.clear();
    links.clear();
    linked = 0;
    strong = 0;
    breaks = 0;
  }
}
