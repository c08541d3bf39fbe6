package org.headrace.clean;

import java.util.Map;
import java.util.Objects;

/**
 * An element that may stand.
 *
 * @param name what it is called here
 * @param start of its start tag, up to the attributes
 * @param end its end tag
 * @param kind how it is written
 * @param block true if it begins a line of its own, and ends a paragraph it is written in
 * @param emptied true if without words and elements in it, it means nothing
 * @param part what it does to elements around it and in it
 * @param attributes those that may stand, by name
 */
record Allowed(
    String name,
    String start,
    String end,
    Kind kind,
    boolean block,
    boolean emptied,
    Nesting.Part part,
    Map<String, AllowedAttribute> attributes) {

  /** One of them that is known to be there. */
  AllowedAttribute attribute(String named) {
    return Objects.requireNonNull(attributes.get(named));
  }

  /** What an element needs beside its content and its attributes. */
  enum Kind {
    IMAGE,
    SOURCE,
    ALONE,
    PICTURE,
    PLAYER,
    FRAME,
    LINK,
    SPAN,
    DIVISION,
    CODE,
    PREFORMATTED,
    OTHER;

    static Kind of(String name) {
      return switch (name) {
        case "img" -> IMAGE;
        case "source", "track" -> SOURCE;
        case "br", "hr", "wbr", "col" -> ALONE;
        case "picture" -> PICTURE;
        case "video", "audio" -> PLAYER;
        case "iframe" -> FRAME;
        case "a" -> LINK;
        case "span" -> SPAN;
        case "div" -> DIVISION;
        case "code" -> CODE;
        case "pre" -> PREFORMATTED;
        default -> OTHER;
      };
    }
  }
}
