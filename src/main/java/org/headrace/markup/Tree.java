package org.headrace.markup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.headrace.markup.Marks.Mark;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The tree being made: the elements that are open, the marks of text that go on after an element
 * that did not close them, and what of the page is being read.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#parse-state">WHATWG HTML, parse
 *     state</a>
 */
final class Tree {
  /** What of a page is being read; the standard's insertion modes. */
  enum Mode {
    BEFORE_HTML,
    BEFORE_HEAD,
    IN_HEAD,
    AFTER_HEAD,
    IN_BODY,
    IN_TABLE,
    IN_CAPTION,
    IN_COLUMN_GROUP,
    IN_TABLE_BODY,
    IN_ROW,
    IN_CELL,
    IN_TEMPLATE,
    AFTER_BODY
  }

  /** What all is put into: a document, or the body around a fragment. */
  final Element root;

  final Marks marks = new Marks();
  Mode mode;

  /** The form that is open, if one is. */
  @Nullable Element form;

  private Element[] open = new Element[64];
  private TagName[] names = new TagName[64];
  private int depth;

  /** What is read in each of the templates that are open. */
  private final List<Mode> templates = new ArrayList<>();

  private Tree(Element root, Mode mode) {
    this.root = root;
    this.mode = mode;
  }

  static Tree ofPage(Document document) {
    return new Tree(document, Mode.BEFORE_HTML);
  }

  /** That of what stands in a body, which is the outermost of the open elements. */
  static Tree ofFragment(Element body) {
    Tree tree = new Tree(body, Mode.IN_BODY);
    tree.push(HtmlTags.BODY, body);
    return tree;
  }

  /** True if the tree is that of a fragment: neither its root nor a head is in the markup. */
  boolean isFragment() {
    return depth > 0 && names[0] == HtmlTags.BODY;
  }

  int depth() {
    return depth;
  }

  Element current() {
    return depth == 0 ? root : open[depth - 1];
  }

  TagName name() {
    return names[depth - 1];
  }

  /** The element at a depth: the root's is zero. */
  Element at(int place) {
    return open[place];
  }

  TagName nameAt(int place) {
    return names[place];
  }

  /** Appends an element to the current one, and opens it unless it never holds anything. */
  Element insert(TagName name, @Nullable Attributes attributes) {
    Element element = new Element(name.tag(), null, attributes);
    current().appendChild(element);
    if (!name.is(TagName.VOID)) {
      push(name, element);
    }
    return element;
  }

  void push(TagName name, Element element) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, 2 * depth);
      names = Arrays.copyOf(names, 2 * depth);
    }
    open[depth] = element;
    names[depth++] = name;
  }

  void text(String words) {
    current().appendChild(new TextNode(words));
  }

  void data(HeldData data) {
    current().appendChild(data);
  }

  void pop() {
    depth--;
  }

  /** Closes elements until no more than so many are open. */
  void popTo(int size) {
    depth = size;
  }

  /** Closes elements up to the innermost of the name, which must be open. */
  void popThrough(TagName name) {
    do {
      depth--;
    } while (depth > 0 && names[depth] != name);
  }

  /** Closes elements until the current one is a heading, and that. */
  void popThroughHeading() {
    do {
      depth--;
    } while (depth > 0 && names[depth].rule() != TagName.Rule.HEADING);
  }

  /** How many elements are open around an open one; -1 if it is not open. */
  int indexOf(Element element) {
    int place = depth - 1;
    while (place >= 0 && !open[place].equals(element)) {
      place--;
    }
    return place;
  }

  /** Takes an element off the open ones, wherever it stands among them. */
  void remove(Element element) {
    int place = indexOf(element);
    if (place >= 0) {
      System.arraycopy(open, place + 1, open, place, depth - place - 1);
      System.arraycopy(names, place + 1, names, place, depth - place - 1);
      depth--;
    }
  }

  /** Puts an element of the same name in the place of an open one. */
  void replace(int place, Element element) {
    open[place] = element;
  }

  /** Makes an element open within an open one, around those that are open in that. */
  void insertAfter(Element around, TagName name, Element element) {
    int place = indexOf(around) + 1;
    push(name, element);
    System.arraycopy(open, place, open, place + 1, depth - 1 - place);
    System.arraycopy(names, place, names, place + 1, depth - 1 - place);
    open[place] = element;
    names[place] = name;
  }

  boolean isOpen(TagName name) {
    for (int i = depth - 1; i >= 0; i--) {
      if (names[i] == name) {
        return true;
      }
    }
    return false;
  }

  /** True if an element of the name is open, and none inside it ends the search. */
  boolean isInScope(TagName name, int boundary) {
    for (int i = depth - 1; i >= 0; i--) {
      if (names[i] == name) {
        return true;
      }
      if (names[i].is(boundary)) {
        return false;
      }
    }
    return false;
  }

  boolean isInScope(TagName name) {
    return isInScope(name, TagName.SCOPE);
  }

  boolean isHeadingInScope() {
    for (int i = depth - 1; i >= 0; i--) {
      if (names[i].rule() == TagName.Rule.HEADING) {
        return true;
      }
      if (names[i].is(TagName.SCOPE)) {
        return false;
      }
    }
    return false;
  }

  /** Closes what ends without an end tag, up to an element of the name. */
  void closeImplied(@Nullable TagName except) {
    while (depth > 0 && names[depth - 1].is(TagName.IMPLIED_END) && names[depth - 1] != except) {
      depth--;
    }
  }

  void closeThoroughly() {
    while (depth > 0 && names[depth - 1].is(TagName.THOROUGH_END)) {
      depth--;
    }
  }

  /** Closes the paragraph that is open, if one is. */
  void closeParagraph() {
    if (isInScope(HtmlTags.P, TagName.SCOPE | TagName.BUTTON_SCOPE)) {
      closeImplied(HtmlTags.P);
      popThrough(HtmlTags.P);
    }
  }

  /** Closes elements until the current one is of one of the names, a template or the root. */
  void popBackTo(TagName... wanted) {
    while (depth > 1 && names[depth - 1] != HtmlTags.TEMPLATE && !isAny(names[depth - 1], wanted)) {
      depth--;
    }
  }

  private static boolean isAny(TagName name, TagName... wanted) {
    for (TagName one : wanted) {
      if (one == name) {
        return true;
      }
    }
    return false;
  }

  /** Opens again the marks of text that were closed by an element around them. */
  void renewMarks() {
    int last = marks.size() - 1;
    if (last < 0 || isOpen(last)) {
      return;
    }
    int first = last;
    int least = Math.max(0, marks.size() - Marks.MOST);
    while (first > least && !isOpen(first - 1)) {
      first--;
    }
    for (int i = first; i <= last; i++) {
      Mark mark = marks.at(i);
      if (mark != null) {
        Element old = mark.element();
        Attributes attributes = old.attributesSize() == 0 ? null : old.attributes().clone();
        marks.set(i, new Mark(mark.name(), insert(mark.name(), attributes)));
      }
    }
  }

  /** True if the mark need not be opened again, nor those before it. */
  private boolean isOpen(int place) {
    Mark mark = marks.at(place);
    return mark == null || indexOf(mark.element()) >= 0;
  }

  void beginTemplate() {
    templates.add(Mode.IN_TEMPLATE);
    mode = Mode.IN_TEMPLATE;
  }

  /** What is read in the innermost template from now on. */
  void readInTemplate(Mode read) {
    templates.set(templates.size() - 1, read);
    mode = read;
  }

  void endTemplate() {
    templates.remove(templates.size() - 1);
  }

  boolean isInTemplate() {
    return !templates.isEmpty();
  }

  /** Finds from the open elements what is being read. */
  void findMode() {
    for (int i = depth - 1; i >= 0; i--) {
      Mode found = names[i].is(TagName.FOREIGN) ? null : mode(names[i]);
      if (found != null) {
        mode = found;
        return;
      }
    }
    mode = Mode.AFTER_HEAD;
  }

  private @Nullable Mode mode(TagName name) {
    return switch (name.name()) {
      case "td", "th" -> Mode.IN_CELL;
      case "tr" -> Mode.IN_ROW;
      case "tbody", "thead", "tfoot" -> Mode.IN_TABLE_BODY;
      case "caption" -> Mode.IN_CAPTION;
      case "colgroup" -> Mode.IN_COLUMN_GROUP;
      case "table" -> Mode.IN_TABLE;
      case "template" -> templates.get(templates.size() - 1);
      case "head" -> Mode.IN_HEAD;
      case "body" -> Mode.IN_BODY;
      default -> null;
    };
  }
}
