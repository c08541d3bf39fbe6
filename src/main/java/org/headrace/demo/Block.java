package org.headrace.demo;

/**
 * One block of an article's text.
 *
 * @param kind how it is set
 * @param text plain text on one line
 * @param page the page of the article that it stands on, from 1
 * @param late true if it comes in with the corrected edition
 */
record Block(Kind kind, String text, int page, boolean late) {
  enum Kind {
    PARAGRAPH,
    HEADING,
    QUOTE
  }

  /** Reads one block as an author writes it: {@code ##} heads, {@code >} quotes, {@code +} late. */
  static Block read(String written, int page) {
    boolean late = written.startsWith("+ ");
    String rest = late ? written.substring(2) : written;
    if (rest.startsWith("## ")) {
      return new Block(Kind.HEADING, rest.substring(3), page, late);
    }
    if (rest.startsWith("> ")) {
      return new Block(Kind.QUOTE, rest.substring(2), page, late);
    }
    return new Block(Kind.PARAGRAPH, rest, page, late);
  }

  boolean isIn(Edition edition) {
    return !late || edition == Edition.CORRECTED;
  }

  Scope scope() {
    return Scope.empty()
        .put("paragraph", kind == Kind.PARAGRAPH ? text : "")
        .put("heading", kind == Kind.HEADING ? text : "")
        .put("quote", kind == Kind.QUOTE ? text : "");
  }

  String html() {
    String safe = Template.escape(text);
    return switch (kind) {
      case PARAGRAPH -> "<p>" + safe + "</p>";
      case HEADING -> "<h3>" + safe + "</h3>";
      case QUOTE -> "<blockquote><p>" + safe + "</p></blockquote>";
    };
  }
}
