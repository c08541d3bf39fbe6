package org.headrace.clean;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.parser.Tag;

/**
 * An element that {@link PlainTree} knows.
 *
 * @param name in small letters
 * @param tag how it is called in a tree
 * @param kind what parsers do where it begins and ends
 * @param endsParagraph true if a paragraph ends where it begins
 */
record PlainTag(String name, Tag tag, Kind kind, boolean endsParagraph) {
  enum Kind {
    /** Never holds anything. */
    VOID,
    COLUMN,
    CELL,
    ROW,
    ROWS,
    COLUMNS,
    CAPTION,
    TABLE,
    PARAGRAPH,
    LIST,
    ITEM,
    TERM,
    HEADING,
    LINK,
    PREFORMATTED,

    /** What is in it is no markup, and no text for readers. */
    RAW,
    FORM,
    BUTTON,
    RUBY,
    RUBY_PART,

    /** What a fragment has no use for: nobody minds it. */
    DOCUMENT,

    /** What stands in for what a script would show: nothing but phrases is plain in it. */
    WITHOUT_SCRIPT,
    BLOCK,
    PHRASE
  }

  static final NameTable<PlainTag> ALL = all();

  boolean is(Kind other) {
    return kind == other;
  }

  boolean is(PlainTag other) {
    return name.equals(other.name);
  }

  /** True if nothing but parts of a table may stand in it. */
  boolean holdsTableParts() {
    return switch (kind) {
      case TABLE, ROWS, ROW, COLUMNS -> true;
      default -> false;
    };
  }

  /** True if it can be part of a sentence, and all that is in it. */
  boolean isPhrase() {
    return switch (kind) {
      case PHRASE, LINK, VOID, RAW -> !endsParagraph;
      default -> false;
    };
  }

  /** True if it ends where something around it does. */
  boolean endsByItself() {
    return switch (kind) {
      case PARAGRAPH, ITEM, TERM -> true;
      default -> false;
    };
  }

  private static NameTable<PlainTag> all() {
    Map<String, PlainTag> all = new HashMap<>();
    put(all, Kind.VOID, false, "br img wbr source track input link meta");
    put(all, Kind.VOID, true, "hr");
    put(all, Kind.COLUMN, false, "col");
    put(all, Kind.CELL, false, "td th");
    put(all, Kind.ROW, false, "tr");
    put(all, Kind.ROWS, false, "tbody thead tfoot");
    put(all, Kind.COLUMNS, false, "colgroup");
    put(all, Kind.CAPTION, false, "caption");
    put(all, Kind.TABLE, true, "table");
    put(all, Kind.PARAGRAPH, true, "p");
    put(all, Kind.LIST, true, "ul ol dl");
    put(all, Kind.ITEM, true, "li");
    put(all, Kind.TERM, true, "dt dd");
    put(all, Kind.HEADING, true, "h1 h2 h3 h4 h5 h6");
    put(all, Kind.LINK, false, "a");
    put(all, Kind.PREFORMATTED, true, "pre");
    put(all, Kind.RAW, false, "script style iframe");
    put(all, Kind.FORM, true, "form");
    put(all, Kind.BUTTON, false, "button");
    put(all, Kind.RUBY, false, "ruby");
    put(all, Kind.RUBY_PART, false, "rp rt");
    put(all, Kind.DOCUMENT, false, "html head body");
    put(all, Kind.WITHOUT_SCRIPT, false, "noscript");
    put(
        all,
        Kind.BLOCK,
        true,
        "address article aside blockquote center details div fieldset figcaption figure footer"
            + " header main nav section summary");
    put(
        all,
        Kind.PHRASE,
        false,
        "abbr audio b bdi bdo big cite code del dfn em font i ins kbd label mark picture"
            + " q s samp small span strike strong sub sup time tt u var video");
    return new NameTable<>(all);
  }

  private static void put(
      Map<String, PlainTag> all, Kind kind, boolean endsParagraph, String names) {
    for (String name : names.split(" ")) {
      all.put(name, new PlainTag(name, Tag.valueOf(name), kind, endsParagraph));
    }
  }
}
