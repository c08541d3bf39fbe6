package org.headrace.extract;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;

/**
 * Text that a page carries in its scripts and shows only once they run: the longest string of
 * marked-up paragraphs in what the page hands to its scripts.
 */
final class ScriptedText {
  private static final int LEAST_SCRIPT = 1_000;
  private static final int LONGEST_SCRIPT = 2 << 20;
  private static final int MOST_SCRIPTS = 200;
  private static final int LEAST = 400;
  private static final int LONGEST = 1 << 20;
  private static final int DEEPEST = 3;

  private ScriptedText() {}

  /** The text as a page of its own; empty if no script holds any. */
  static Optional<Document> of(List<DataNode> scripts) {
    String best = "";
    int most = 1;
    int read = 0;
    for (DataNode node : scripts) {
      String script = node.getWholeData();
      if (script.length() < LEAST_SCRIPT || script.length() >= LONGEST_SCRIPT) {
        continue;
      }
      read++;
      if (read > MOST_SCRIPTS) {
        break;
      }
      if (script.contains("p>") || script.contains("p\\u003e") || script.contains("p\\u003E")) {
        for (int open = script.indexOf('"'); open >= 0; ) {
          int close = end(script, open + 1);
          if (close - open > LEAST && close - open < LONGEST) {
            String text = unescaped(script.substring(open + 1, close), 0);
            int paragraphs = paragraphs(text);
            if (paragraphs > most) {
              most = paragraphs;
              best = text;
            }
          }
          open = close < 0 ? -1 : script.indexOf('"', close + 1);
        }
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(Jsoup.parseBodyFragment(best));
  }

  /** Index of the quotation mark that ends a string; -1 if none does. */
  private static int end(String script, int from) {
    for (int i = from; i < script.length(); i++) {
      char c = script.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return i;
      }
    }
    return -1;
  }

  private static int paragraphs(String text) {
    int count = 0;
    for (int at = text.indexOf("</p>"); at >= 0; at = text.indexOf("</p>", at + 4)) {
      count++;
    }
    return count;
  }

  /** Undoes the escapes of a string, and of strings within it. */
  private static String unescaped(String text, int depth) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
        continue;
      }
      char escape = text.charAt(++i);
      int code = escape == 'u' ? hexadecimal(text, i + 1) : -1;
      if (code >= 0) {
        plain.append((char) code);
        i += 4;
      } else {
        plain.append(escape == 'n' || escape == 'r' || escape == 't' ? ' ' : escape);
      }
    }
    String once = plain.toString();
    boolean again = once.contains("\\\"") || once.contains("\\u003");
    return again && depth < DEEPEST ? unescaped(once, depth + 1) : once;
  }

  private static int hexadecimal(String text, int from) {
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
