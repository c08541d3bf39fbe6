package org.headrace.markup;

import org.headrace.markup.Marks.Mark;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/**
 * Ends an element that marks text, also one that was begun before a block and is ended within it:
 * it is cut in two then, before the block and in it.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/parsing.html#adoption-agency-algorithm">WHATWG
 *     HTML, the adoption agency algorithm</a>
 */
final class Adoption {
  private static final int MOST_ROUNDS = 8;
  private static final int MOST_BETWEEN = 3;

  /** What came of an end tag. */
  enum Outcome {
    DONE,
    /** It ends no mark: it is read as any other end tag. */
    NO_MARK,
    /** The marked text stands in a table, but in none of its cells. */
    IN_TABLE
  }

  private final Tree tree;
  private final Marks marks;

  Adoption(Tree tree) {
    this.tree = tree;
    this.marks = tree.marks;
  }

  Outcome end(TagName name) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Element marked = marks.last(name);
      if (marked == null) {
        return Outcome.NO_MARK;
      }
      int place = tree.indexOf(marked);
      if (place < 0) {
        marks.remove(marked);
        return Outcome.DONE;
      }
      if (!tree.isInScope(name)) {
        return Outcome.DONE;
      }
      int block = blockIn(place);
      if (block < 0) {
        tree.popTo(place);
        marks.remove(marked);
        return Outcome.DONE;
      }
      if (isPartOfTable(tree.nameAt(place - 1))) {
        return Outcome.IN_TABLE;
      }
      adopt(name, marked, place, block);
    }
    return Outcome.DONE;
  }

  /** The place of the outermost block in the element at a place; -1 if there is none. */
  private int blockIn(int place) {
    for (int i = place + 1; i < tree.depth(); i++) {
      if (tree.nameAt(i).is(TagName.SPECIAL)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isPartOfTable(TagName name) {
    return name == HtmlTags.TABLE
        || name == HtmlTags.TBODY
        || name == HtmlTags.THEAD
        || name == HtmlTags.TFOOT
        || name == HtmlTags.TR;
  }

  private void adopt(TagName name, Element marked, int place, int block) {
    Element furthest = tree.at(block);
    Element common = tree.at(place - 1);
    int bookmark = marks.indexOf(marked);
    Element last = furthest;
    int between = 0;
    for (int i = block - 1; i > place; i--) {
      Element node = tree.at(i);
      int at = marks.indexOf(node);
      between++;
      if (at >= 0 && between > MOST_BETWEEN) {
        marks.remove(node);
        bookmark -= at < bookmark ? 1 : 0;
        at = -1;
      }
      if (at < 0) {
        tree.remove(node);
        continue;
      }
      TagName inner = tree.nameAt(i);
      Element copy = copy(inner, node);
      marks.set(at, new Mark(inner, copy));
      tree.replace(i, copy);
      bookmark = last.equals(furthest) ? at + 1 : bookmark;
      move(last, copy);
      last = copy;
    }
    move(last, common);
    Element adopter = copy(name, marked);
    adopter.appendChildren(furthest.childNodes());
    furthest.appendChild(adopter);
    int old = marks.indexOf(marked);
    marks.remove(marked);
    marks.add(new Mark(name, adopter), old < bookmark ? bookmark - 1 : bookmark);
    tree.remove(marked);
    tree.insertAfter(furthest, name, adopter);
  }

  private static Element copy(TagName name, Element element) {
    Attributes attributes = element.attributesSize() == 0 ? null : element.attributes().clone();
    return new Element(name.tag(), null, attributes);
  }

  private static void move(Element element, Element into) {
    element.remove();
    into.appendChild(element);
  }
}
