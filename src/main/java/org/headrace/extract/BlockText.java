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
  private final List<TextNode> nodes = new ArrayList<>();
  private final List<Element> links = new ArrayList<>();
  private int linked;
  private int strong;
  private int emphasised;
  private int breaks;

  void add(TextNode node, boolean inLink, boolean inStrong, boolean inItalics, boolean asWritten) {
    String words = node.getWholeText();
    int before = length;
    int more = Math.max(0, Math.min(words.length(), LONGEST - length));
    makeRoom(more);
    words.getChars(0, more, text, length);
    int dense = fold(asWritten ? length : plain(length, length + more), length + more, asWritten);
    boolean seen = false;
    for (int i = before; i < length && !seen; i++) {
      seen = text[i] > ' ';
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

  /** Where of what was written behind the text that begins which is not yet as it is to be. */
  private int plain(int from, int end) {
    char[] text = this.text;
    char last = from == 0 ? 0 : text[from - 1];
    int at = from;
    while (at < end && isPlain(text[at], last)) {
      last = text[at];
      at++;
    }
    return at;
  }

  /** True for a character that stays as it is after another, as nearly all do. */
  private static boolean isPlain(char c, char last) {
    return (c > ' ' && c < 0x7f)
        || (c == ' ' && last > ' ')
        || (c >= 0xc0 && c < 0x0E00)
        || (c >= 0x2010 && c < 0x2028);
  }

  /**
   * Folds white space in what was written behind the text, and takes it to the text.
   *
   * @param plain up to where it is as it is to be
   * @return how many characters of it are of dense writing
   */
  private int fold(int plain, int end, boolean asWritten) {
    char[] text = this.text;
    int to = plain;
    int dense = 0;
    char last = to == 0 ? 0 : text[to - 1];
    int begin = last <= ' ' && !asWritten ? afterSpace(to, end) : to;
    for (int from = begin; from < end; from++) {
      char c = text[from];
      if (c == '\n' && asWritten) {
        to = withoutSpace(to);
        c = to == 0 ? 0 : '\n';
        text[to] = c;
        to += to == 0 ? 0 : 1;
      } else if (c < 0x7f) {
        c = c < ' ' ? ' ' : c;
        text[to] = c;
        to += c > ' ' || last > ' ' ? 1 : 0;
      } else if (isSpace(c)) {
        c = ' ';
        text[to] = c;
        to += last > ' ' ? 1 : 0;
      } else if (isSeen(c)) {
        text[to++] = c;
        dense += c >= 0x0E00 && TextMeasure.isDense(c) ? 1 : 0;
      } else {
        c = last;
      }
      last = c;
    }
    length = to;
    return dense;
  }

  /** Where white space ends, as it stands in the layout of a page before most texts. */
  private int afterSpace(int from, int end) {
    int after = from;
    while (after < end && text[after] <= ' ') {
      after++;
    }
    return after;
  }

  private void makeRoom(int more) {
    int needed = length + more + 2;
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
    length = withoutSpace(length);
    if (length > 0) {
      makeRoom(1);
      text[length++] = '\n';
    }
  }

  /** How long the beginning of the text is without the white space at its end. */
  private int withoutSpace(int end) {
    int last = end;
    while (last > 0 && text[last - 1] <= ' ') {
      last--;
    }
    return last;
  }

  private static boolean isSpace(char c) {
    return c == '\u00a0'
        || c == '\u3000'
        || (c >= '\u2000' && c <= '\u200a')
        || c == '\u202f'
        || c == '\u2028'
        || c == '\u2029';
  }

  /**
   * False for soft hyphens, zero-width spaces, direction marks and the byte order mark; joiners
   * stay, which shape the letters of many scripts.
   */
  private static boolean isSeen(char c) {
    return c != '\u00ad'
        && c != '\ufeff'
        && c != '\u200b'
        && c != '\u200e'
        && c != '\u200f'
        && c != '\u2060'
        && !(c >= '\u202a' && c <= '\u202e');
  }

  boolean hasText() {
    return !nodes.isEmpty();
  }

  Block take(int index, Region region) {
    length = withoutSpace(length);
    TextMeasure measure = TextMeasure.of(text, length);
    Block block =
        new Block(
            index,
            region,
            new String(text, 0, length),
            measure,
            nodes,
            links,
            linked,
            strong,
            emphasised);
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
