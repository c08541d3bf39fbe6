package org.headrace.clean;

import static org.headrace.clean.PlainTag.Kind.BUTTON;
import static org.headrace.clean.PlainTag.Kind.CAPTION;
import static org.headrace.clean.PlainTag.Kind.CELL;
import static org.headrace.clean.PlainTag.Kind.COLUMN;
import static org.headrace.clean.PlainTag.Kind.COLUMNS;
import static org.headrace.clean.PlainTag.Kind.DOCUMENT;
import static org.headrace.clean.PlainTag.Kind.HEADING;
import static org.headrace.clean.PlainTag.Kind.LINK;
import static org.headrace.clean.PlainTag.Kind.LIST;
import static org.headrace.clean.PlainTag.Kind.PARAGRAPH;
import static org.headrace.clean.PlainTag.Kind.PREFORMATTED;
import static org.headrace.clean.PlainTag.Kind.ROW;
import static org.headrace.clean.PlainTag.Kind.ROWS;
import static org.headrace.clean.PlainTag.Kind.RUBY;
import static org.headrace.clean.PlainTag.Kind.TABLE;
import static org.headrace.clean.PlainTag.Kind.VOID;
import static org.headrace.clean.PlainTag.Kind.WITHOUT_SCRIPT;

import java.util.Optional;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;

/**
 * The tree of a fragment whose elements end where they say so, as in nearly all that an editor
 * wrote or a program printed. Reading one takes a part of the time that a parser needs, which is
 * ready for everything. Where a parser would have to repair something, or where rules apply that
 * are not known here, this gives up; what it gives is what a parser gives, but for comments and
 * what is in scripts and styles, which are left out.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody">HTML, tree
 *     construction</a>
 */
final class PlainTree {
  private static final int DEEPEST = 80;
  private static final Tag BODY = Tag.valueOf("body");
  private static final PlainTag ROOT = new PlainTag("", BODY, PlainTag.Kind.BLOCK, false);
  private static final PlainTag BARE_ROWS = PlainTag.ALL.find("tbody", 0, 5).orElseThrow();

  private final String html;
  private final TagScanner scanner;
  private final PlainTag[] tags = new PlainTag[DEEPEST + 1];
  private final Element[] open = new Element[DEEPEST + 1];
  private int top;

  /** Where the last element for readers without script stands, if it is still open. */
  private int withoutScript = DEEPEST;

  /** Where the text of the last preformatted element begins: a line feed there is none of it. */
  private int preformatted = -1;

  private PlainTree(String html) {
    this.html = html;
    scanner = new TagScanner(html);
    tags[0] = ROOT;
    open[0] = new Element(BODY, null);
  }

  /** The body that holds the fragment; empty if it takes a parser to read it. */
  static Optional<Element> of(String html) {
    return html.indexOf('\0') < 0 ? new PlainTree(html).read() : Optional.empty();
  }

  private Optional<Element> read() {
    while (scanner.isSound() && !scanner.isAtEnd()) {
      int at = scanner.place();
      if (html.charAt(at) == '<') {
        markup(at);
      } else {
        text(at);
      }
    }
    boolean whole = scanner.isSound() && !isWithin(TABLE);
    return whole ? Optional.of(open[0]) : Optional.empty();
  }

  private void text(int from) {
    int end = html.indexOf('<', from);
    while (end >= 0 && isWord(end + 1)) {
      end = html.indexOf('<', end + 1);
    }
    String words = html.substring(from, end < 0 ? html.length() : end);
    scanner.moveTo(from + words.length());
    if (tags[top].holdsTableParts() && !isBlank(words)) {
      scanner.doubt();
    }
    String meant = References.decoded(words, false);
    boolean swallowed = from == preformatted && meant.startsWith("\n");
    String text = swallowed ? meant.substring(1) : meant;
    if (!text.isEmpty()) {
      open[top].appendChild(new TextNode(text));
    }
  }

  /** True for a sign that makes no tag of the bracket before it. */
  private boolean isWord(int at) {
    char c = at < html.length() ? html.charAt(at) : '!';
    return c < 0x80 && !Character.isLetter(c) && c != '!' && c != '/' && c != '?';
  }

  private static boolean isBlank(String words) {
    for (int at = 0; at < words.length(); at++) {
      if (!TagScanner.isSpace(words.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private void markup(int at) {
    boolean end = html.startsWith("/", at + 1);
    if (html.startsWith("!--", at + 1)) {
      comment(at + "<!--".length());
    } else if (isWord(at + 1)) {
      text(at);
    } else {
      int name = end ? at + 2 : at + 1;
      scanner.moveTo(name);
      Optional<PlainTag> tag = PlainTag.ALL.find(html, name, scanner.name());
      if (tag.isEmpty() || !scanner.isSound()) {
        scanner.doubt();
      } else if (end) {
        scanner.end();
        end(tag.get());
      } else {
        begin(tag.get(), scanner.attributes());
      }
    }
  }

  /** Passes over one that all parsers end at the same place. */
  private void comment(int from) {
    int end = html.indexOf("-->", from);
    boolean odd =
        end < 0
            || html.startsWith(">", from)
            || html.startsWith("->", from)
            || html.substring(from, end).contains("--");
    if (odd) {
      scanner.doubt();
    }
    scanner.moveTo(end + "-->".length());
  }

  private void begin(PlainTag tag, Attributes attributes) {
    if (scanner.isClosed() && !tag.is(VOID) && !tag.is(COLUMN)) {
      scanner.doubt();
    }
    makeRoom(tag);
    if (scanner.isSound() && !tag.is(DOCUMENT)) {
      push(tag, attributes);
      switch (tag.kind()) {
        case VOID, COLUMN -> top--;
        case PREFORMATTED -> preformatted = scanner.place();
        case RAW -> raw(tag.name());
        case WITHOUT_SCRIPT -> withoutScript = top;
        default -> {}
      }
    }
  }

  private void push(PlainTag tag, Attributes attributes) {
    Element element = new Element(tag.tag(), null, attributes);
    open[top].appendChild(element);
    top++;
    open[top] = element;
    tags[top] = tag;
    if (top == DEEPEST) {
      scanner.doubt();
    }
  }

  /** Ends what ends where the element begins; doubts where that is not on top. */
  private void makeRoom(PlainTag tag) {
    switch (tag.kind()) {
      case ROW -> row();
      case CELL -> only(ROW);
      case COLUMN -> only(COLUMNS);
      case ROWS, COLUMNS, CAPTION -> only(TABLE);
      default -> flow(tag);
    }
  }

  private void only(PlainTag.Kind around) {
    if (!tags[top].is(around)) {
      scanner.doubt();
    }
  }

  /** Rows that stand in a table as such get a body around them. */
  private void row() {
    if (tags[top].is(TABLE)) {
      push(BARE_ROWS, new Attributes());
    }
    only(ROWS);
  }

  private void flow(PlainTag tag) {
    switch (tag.kind()) {
      case ITEM, TERM -> endLast(tag.kind());
      case LINK, WITHOUT_SCRIPT, FORM, BUTTON -> doubtIf(isWithin(tag.kind()));
      case RUBY_PART -> only(RUBY);
      case HEADING -> {
        endParagraph();
        doubtIf(tags[top].is(HEADING));
      }
      default -> {}
    }
    if (tag.endsParagraph()) {
      endParagraph();
    }
    doubtIf(tags[top].holdsTableParts() || (isWithoutScript() && !tag.isPhrase()));
  }

  private void doubtIf(boolean odd) {
    if (odd) {
      scanner.doubt();
    }
  }

  /** The item before, if it is still open. */
  private void endLast(PlainTag.Kind kind) {
    if (tags[top].is(PARAGRAPH) && top > 0 && tags[top - 1].is(kind)) {
      top--;
    }
    if (tags[top].is(kind)) {
      top--;
      return;
    }
    for (int at = top; at > 0 && !fences(tags[at]); at--) {
      doubtIf(tags[at].is(kind));
    }
  }

  private static boolean fences(PlainTag tag) {
    return tag.is(LIST) || tag.is(CELL) || tag.is(CAPTION);
  }

  private static boolean hidesParagraphs(PlainTag tag) {
    return tag.is(CELL) || tag.is(CAPTION) || tag.is(BUTTON);
  }

  private void endParagraph() {
    for (int at = top; at > 0 && !hidesParagraphs(tags[at]); at--) {
      if (tags[at].is(PARAGRAPH)) {
        doubtIf(at < top);
        top = at - 1;
        return;
      }
    }
  }

  private boolean isWithoutScript() {
    return top >= withoutScript && tags[withoutScript].is(WITHOUT_SCRIPT);
  }

  private boolean isWithin(PlainTag.Kind kind) {
    for (int at = top; at > 0; at--) {
      if (tags[at].is(kind)) {
        return true;
      }
    }
    return false;
  }

  private void end(PlainTag tag) {
    if (!isOpen(tag)) {
      strayEnd(tag);
      return;
    }
    switch (tag.kind()) {
      case TABLE -> {
        if (tags[top].is(ROWS)) {
          top--;
        }
      }
      case PARAGRAPH, PHRASE, LINK, RUBY, WITHOUT_SCRIPT, ROW, ROWS, COLUMNS -> {}
      default -> {
        while (tags[top].endsByItself() && !tags[top].is(tag)) {
          top--;
        }
      }
    }
    doubtIf(!tags[top].is(tag));
    top--;
  }

  private boolean isOpen(PlainTag tag) {
    for (int at = top; at > 0; at--) {
      if (tags[at].is(tag)) {
        return true;
      }
    }
    return false;
  }

  /** The end of what never began, which nobody minds; but of a paragraph it makes one. */
  private void strayEnd(PlainTag tag) {
    doubtIf(tags[top].holdsTableParts() || tag.name().equals("br"));
    if (tag.is(HEADING)) {
      doubtIf(isWithin(HEADING));
    } else if (tag.is(PARAGRAPH)) {
      doubtIf(isWithoutScript());
      push(tag, new Attributes());
      top--;
    }
  }

  /** Passes over a script, a style or a frame up to its end, where that is certain. */
  private void raw(String name) {
    int from = scanner.place();
    int end = html.indexOf("</", from);
    boolean plain =
        end >= 0
            && html.regionMatches(true, end + 2, name, 0, name.length())
            && html.substring(from, end).indexOf('<') < 0;
    if (plain) {
      scanner.moveTo(end + 2 + name.length());
      scanner.end();
      top--;
    } else {
      scanner.doubt();
    }
  }
}
