package org.headrace.markup;

import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/**
 * The name of an element and how the standard treats it: one of each name for a page.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#tree-construction">WHATWG HTML,
 *     tree construction</a>
 */
final class TagName {
  /** Ends the search for an element that is in scope. */
  static final int SCOPE = 1;

  /** As {@link #SCOPE}, of a paragraph to be closed. */
  static final int BUTTON_SCOPE = 1 << 1;

  /** As {@link #SCOPE}, of a list item to be closed. */
  static final int LIST_SCOPE = 1 << 2;

  /** As {@link #SCOPE}, of a part of a table. */
  static final int TABLE_SCOPE = 1 << 3;

  /** Ends without an end tag where what is around it ends. */
  static final int IMPLIED_END = 1 << 4;

  /** As {@link #IMPLIED_END}, where a template ends. */
  static final int THOROUGH_END = 1 << 5;

  static final int SPECIAL = 1 << 6;

  /** Never holds anything. */
  static final int VOID = 1 << 7;

  /** Holds text without markup; {@link #DATA} besides if without references too. */
  static final int TEXT = 1 << 8;

  static final int DATA = 1 << 9;

  /** Of a drawing, or another tree of its own kind within the page. */
  static final int FOREIGN = 1 << 10;

  /** Within a drawing, and may hold elements of the page. */
  static final int INTEGRATION = 1 << 11;

  /** Ends a drawing that it stands in. */
  static final int BREAKS_OUT = 1 << 12;

  /** How a start tag is read in the body of a page. */
  enum Rule {
    /** As a part of the line it stands in. */
    ORDINARY,
    /** Ends a paragraph. */
    BLOCK,
    HEADING,
    PREFORMATTED,
    FORM,
    LIST_ITEM,
    DEFINITION,
    BUTTON,
    LINK,
    FORMATTING,
    NO_BREAK,
    OBJECT,
    TABLE,
    VOID_IN_LINE,
    INPUT,
    MEDIA,
    RULER,
    TEXT_AREA,
    RAW_TEXT,
    NOSCRIPT,
    SELECT,
    OPTION,
    OPTION_GROUP,
    RUBY_BASE,
    RUBY_TEXT,
    SVG,
    /** Belongs into the head, but may stand anywhere. */
    HEAD_PART,
    TEMPLATE,
    /** Means something in a table only. */
    TABLE_PART,
    HTML,
    HEAD,
    BODY,
    /** Not read here. */
    RARE
  }

  private final String name;
  private final Tag tag;
  private final Rule rule;
  private final int traits;

  /**
   * @param name in lower case
   * @param rule how its start tag is read in the body
   * @param traits bits, see the constants
   */
  TagName(String name, Tag tag, Rule rule, int traits) {
    this.name = name;
    this.tag = tag;
    this.rule = rule;
    this.traits = traits;
  }

  String name() {
    return name;
  }

  Tag tag() {
    return tag;
  }

  Rule rule() {
    return rule;
  }

  boolean is(int trait) {
    return (traits & trait) != 0;
  }

  /** A name that the standard does not know. */
  static TagName unknown(String name) {
    return new TagName(name, new Tag(name, Parser.NamespaceHtml), Rule.ORDINARY, 0);
  }

  /** The name of an element within a drawing. */
  static TagName drawn(String name) {
    boolean holds = name.equals("title") || name.equals("desc") || name.equals("foreignobject");
    int held = holds ? INTEGRATION | SCOPE | SPECIAL : 0;
    int script = name.equals("script") ? TEXT | DATA : 0;
    return new TagName(name, new Tag(name, Parser.NamespaceSvg), Rule.SVG, FOREIGN | held | script);
  }
}
