package org.headrace.parse;

import java.util.HashMap;
import java.util.Map;

/**
 * The document type declaration: skipped, never fetched. Only what it declares as a name for a
 * plain piece of text is taken over, so nothing can refer to itself or grow.
 *
 * @param end where the declaration ends in the document
 * @param texts by name
 */
record Doctype(int end, Map<String, String> texts) {
  private static final String ENTITY = "<!ENTITY";
  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_TEXTS = 1_000;

  /** Reads the declaration that begins at {@code start}. */
  static Doctype read(String document, int start) {
    Map<String, String> texts = new HashMap<>();
    boolean inside = false;
    int at = start;
    while (at < document.length()) {
      char c = document.charAt(at);
      if (c == '[') {
        inside = true;
      } else if (c == ']') {
        inside = false;
      } else if (c == '>' && !inside) {
        return new Doctype(at + 1, texts);
      } else if (c == '"' || c == '\'') {
        at = past(document, at, c);
        continue;
      } else if (document.startsWith("<!--", at)) {
        int close = document.indexOf("-->", at + 4);
        at = close < 0 ? document.length() : close + 3;
        continue;
      } else if (inside && document.startsWith(ENTITY, at)) {
        at = entity(document, at + ENTITY.length(), texts);
        continue;
      }
      at++;
    }
    return new Doctype(document.length(), texts);
  }

  private static int past(String document, int quoteAt, char quote) {
    int close = document.indexOf(quote, quoteAt + 1);
    return close < 0 ? quoteAt + 1 : close + 1;
  }

  /** Notes the declaration whose name begins after {@code start}; returns where to go on. */
  private static int entity(String document, int start, Map<String, String> texts) {
    int nameAt = skipBlanks(document, start);
    int nameEnd = nameAt;
    while (nameEnd < document.length() && Character.isLetterOrDigit(document.charAt(nameEnd))) {
      nameEnd++;
    }
    int quoteAt = skipBlanks(document, nameEnd);
    if (nameEnd == nameAt || quoteAt >= document.length()) {
      return nameEnd;
    }
    char quote = document.charAt(quoteAt);
    int close = quote == '"' || quote == '\'' ? document.indexOf(quote, quoteAt + 1) : -1;
    if (close < 0) {
      return quoteAt;
    }
    note(document.substring(nameAt, nameEnd), document.substring(quoteAt + 1, close), texts);
    return close + 1;
  }

  private static void note(String name, String value, Map<String, String> texts) {
    String text = new CharacterReferences(Map.of(), new RepairLog()).resolve(value);
    boolean plain = text.indexOf('&') < 0 && text.indexOf('<') < 0 && value.indexOf('%') < 0;
    if (plain && text.length() <= LONGEST_TEXT && texts.size() < MOST_TEXTS) {
      texts.putIfAbsent(name, text);
    }
  }

  private static int skipBlanks(String document, int start) {
    int at = start;
    while (at < document.length() && Character.isWhitespace(document.charAt(at))) {
      at++;
    }
    return at;
  }
}
