package org.headrace.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Gathers the text of the block being read: folds white space, counts what is linked or bold. */
final class BlockText {
  private static final int LONGEST = 200_000;

  private char[] text = new char[512];
  private int length;
  private List<TextNode> nodes = new ArrayList<>();
  private List<Element> links = new ArrayList<>();
  private int linked;
  private int strong;
  private int emphasised;
  private int breaks;

  void add(TextNode node, boolean inLink, boolean inStrong, boolean inItalics, boolean asWritten) {
    String words = node.getWholeText();
    int before = length;
    makeRoom(words.length());
    int dense = 0;
    boolean seen = false;
    for (int i = 0; i < words.length() && length < LONGEST; i++) {
      char c = words.charAt(i);
      if (c > ' ' && c < 0x7f) {
        text[length++] = c;
        seen = true;
      } else if (c == '\n' && asWritten) {
        endLine();
      } else if (isSpace(c)) {
        space();
      } else if (isSeen(c)) {
        text[length++] = c;
        dense += c >= 0x0E00 && TextMeasure.isDense(c) ? 1 : 0;
        seen = true;
      }
    }
    breaks = seen ? 0 : breaks;
    int added = length - before + 2 * dense;
    linked += inLink ? added : 0;
    strong += inStrong ? added : 0;
    emphasised += inItalics ? added : 0;
    if (seen) {
      nodes.add(node);
    }
  }

  private void makeRoom(int more) {
    int needed = length + Math.min(more, LONGEST) + 2;
    if (needed > text.length) {
      text = Arrays.copyOf(text, Math.max(needed, 2 * text.length));
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
    if (length > 0) {
      makeRoom(1);
      text[length++] = '\n';
    }
  }

  private void trimEnd() {
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\n')) {
      length--;
    }
  }

  private void space() {
    if (length > 0 && text[length - 1] > ' ') {
      text[length++] = ' ';
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
    Block block =
        new Block(
            index, region, new String(text, 0, length), nodes, links, linked, strong, emphasised);
    nodes = new ArrayList<>();
    links = new ArrayList<>();
    clear();
    return block;
  }

  void clear() {
    length = 0;
    nodes.clear();
    links.clear();
    linked = 0;
    strong = 0;
    emphasised = 0;
    breaks = 0;
  }
}
