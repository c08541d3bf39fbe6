package org.headrace.markup;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The elements that mark text and have not been ended by a tag of their own: they go on after an
 * element around them ends.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/parsing.html#the-list-of-active-formatting-elements">
 *     WHATWG HTML, the list of active formatting elements</a>
 */
final class Marks {
  /** How many are looked at, as in jsoup. */
  static final int MOST = 12;

  /** Of marks that are the same so many are kept. */
  private static final int MOST_SAME = 3;

  /** An element that marks text. */
  record Mark(TagName name, Element element) {}

  /** In the order of their beginning; null where an element begins that they do not reach into. */
  private final List<@Nullable Mark> marks = new ArrayList<>();

  int size() {
    return marks.size();
  }

  /** The mark at a place; null if an element begins there. */
  @Nullable Mark at(int place) {
    return marks.get(place);
  }

  void set(int place, Mark mark) {
    marks.set(place, mark);
  }

  void add(Mark mark) {
    add(mark, marks.size());
  }

  /** Adds a mark; of those that are the same the oldest goes. */
  void add(Mark mark, int place) {
    int same = 0;
    int least = Math.max(0, marks.size() - 1 - MOST);
    int at = place;
    for (int i = marks.size() - 1; i >= least; i--) {
      Mark other = marks.get(i);
      if (other == null) {
        break;
      }
      if (isSame(mark, other) && ++same == MOST_SAME) {
        marks.remove(i);
        at = Math.min(at, marks.size());
        break;
      }
    }
    marks.add(Math.min(at, marks.size()), mark);
  }

  private static boolean isSame(Mark one, Mark other) {
    return one.name == other.name && one.element.attributes().equals(other.element.attributes());
  }

  /** The innermost of the name; null if there is none. */
  @Nullable Element last(TagName name) {
    for (int i = marks.size() - 1; i >= 0; i--) {
      Mark mark = marks.get(i);
      if (mark == null) {
        return null;
      }
      if (mark.name == name) {
        return mark.element;
      }
    }
    return null;
  }

  /** The place of an element; -1 if it is none of the marks. */
  int indexOf(Element element) {
    for (int i = marks.size() - 1; i >= 0; i--) {
      Mark mark = marks.get(i);
      if (mark != null && mark.element.equals(element)) {
        return i;
      }
    }
    return -1;
  }

  void remove(Element element) {
    int place = indexOf(element);
    if (place >= 0) {
      marks.remove(place);
    }
  }

  /** Begins an element that the marks around it do not reach into. */
  void beginApart() {
    marks.add(null);
  }

  void endApart() {
    boolean begun = false;
    while (!begun && !marks.isEmpty()) {
      begun = marks.remove(marks.size() - 1) == null;
    }
  }
}
