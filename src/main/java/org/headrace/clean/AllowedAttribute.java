package org.headrace.clean;

import java.util.Set;

/**
 * An attribute that may stand.
 *
 * @param start what stands before its value; all of it if it is a flag
 * @param flag true if it says all by being there
 * @param mark a bit that says that it was written; {@link #OTHER} if nothing depends on that
 * @param rule what becomes of its value
 */
record AllowedAttribute(String start, boolean flag, int mark, AttributeRule rule) {
  static final int ID = 1;
  static final int CLASS = 2;
  static final int SRC = 4;
  static final int SRCSET = 8;
  static final int POSTER = 16;
  static final int PRELOAD = 32;
  static final int OTHER = 64;

  private static final Set<String> FLAGS =
      Set.of("open", "reversed", "loop", "muted", "allowfullscreen", "controls");

  static AllowedAttribute of(String name, AttributeRule rule) {
    boolean flag = FLAGS.contains(name);
    return new AllowedAttribute(flag ? " " + name : " " + name + "=\"", flag, mark(name), rule);
  }

  private static int mark(String name) {
    return switch (name) {
      case "id" -> ID;
      case "class" -> CLASS;
      case "src" -> SRC;
      case "srcset" -> SRCSET;
      case "poster" -> POSTER;
      case "preload" -> PRELOAD;
      default -> OTHER;
    };
  }
}
