package org.headrace.clean;

import java.util.Map;
import java.util.Set;

/**
 * Knows whether elements that were opened within each other are read back as they were written.
 * Parsers of HTML close some elements when others begin, and move what may not stand in a table; a
 * tree that came from a parser obeys, but one from which elements were taken out may not. Strict:
 * what is doubtful counts as broken.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody">HTML, tree
 *     construction</a>
 */
final class Nesting {
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> CELLS = Set.of("td", "th", "caption");

  /** Elements that may stand only in one of these. */
  private static final Map<String, Set<String>> PARENTS =
      Map.ofEntries(
          Map.entry("caption", Set.of("table")),
          Map.entry("colgroup", Set.of("table")),
          Map.entry("thead", Set.of("table")),
          Map.entry("tbody", Set.of("table")),
          Map.entry("tfoot", Set.of("table")),
          Map.entry("col", Set.of("colgroup")),
          Map.entry("tr", Set.of("thead", "tbody", "tfoot")),
          Map.entry("td", Set.of("tr")),
          Map.entry("th", Set.of("tr")),
          Map.entry("rb", Set.of("ruby")),
          Map.entry("rt", Set.of("ruby")),
          Map.entry("rtc", Set.of("ruby")),
          Map.entry("rp", Set.of("ruby")));

  /** In these stand no words, and no other elements than those named above. */
  private static final Set<String> NO_TEXT =
      Set.of("table", "thead", "tbody", "tfoot", "tr", "colgroup");

  private static final int PARAGRAPH = 1;
  private static final int LINK = 2;
  private static final int HEADING = 4;
  private static final int LIST_ITEM = 8;
  private static final int DEFINITION = 16;
  private static final int ANNOTATION = 32;

  private boolean sound = true;

  /**
   * How an element takes part.
   *
   * @param own what is open while it is
   * @param ended what end tags thought to stand within it cannot reach
   * @param parents the only elements it may stand in; empty if it may stand anywhere
   * @param bare true if no words may stand in it
   */
  record Part(int own, int ended, Set<String> parents, boolean bare) {
    static Part of(String name) {
      return new Part(
          Nesting.own(name),
          Nesting.ended(name),
          PARENTS.getOrDefault(name, Set.of()),
          NO_TEXT.contains(name));
    }
  }

  /** False once something was written that would be read otherwise. */
  boolean isSound() {
    return sound;
  }

  /** Takes note that an element begins; gives what is open within it. */
  int open(Allowed element, Frame parent) {
    Part part = element.part();
    boolean misplaced =
        part.parents().isEmpty() ? parent.bare : !part.parents().contains(parent.name);
    boolean closesParagraph = element.block() && (parent.open & PARAGRAPH) != 0;
    if (misplaced || closesParagraph || (parent.open & part.own()) != 0) {
      sound = false;
    }
    return (parent.open & ~part.ended()) | part.own();
  }

  /** Takes note of words. */
  void text(Frame parent, boolean blank) {
    if (!blank && parent.bare) {
      sound = false;
    }
  }

  private static int own(String name) {
    return switch (name) {
      case "p" -> PARAGRAPH;
      case "a" -> LINK;
      case "li" -> LIST_ITEM;
      case "dt", "dd" -> DEFINITION;
      case "rb", "rt", "rtc", "rp" -> ANNOTATION;
      default -> HEADINGS.contains(name) ? HEADING : 0;
    };
  }

  private static int ended(String name) {
    if (CELLS.contains(name)) {
      return ~0;
    }
    return switch (name) {
      case "ul", "ol" -> LIST_ITEM;
      case "dl" -> DEFINITION;
      case "ruby" -> ANNOTATION;
      default -> 0;
    };
  }
}
