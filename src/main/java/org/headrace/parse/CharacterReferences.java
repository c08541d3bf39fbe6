package org.headrace.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.nodes.Entities;

/**
 * Puts characters in the place of references such as &amp;amp;, &amp;#8217; and &amp;eacute;. What
 * is no reference stays as it is; a reference to a character that XML forbids vanishes.
 */
final class CharacterReferences {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int LONGEST_NAME = 40;
  private static final int MOST_DECLARED_CHARACTERS = 1_000_000;

  private final Map<String, String> declared;
  private final RepairLog repairs;
  private int declaredCharacters;

  /** {@code declared} are the document's own names for plain texts. */
  CharacterReferences(Map<String, String> declared, RepairLog repairs) {
    this.declared = declared;
    this.repairs = repairs;
  }

  String resolve(String text) {
    int ampersand = text.indexOf('&');
    if (ampersand < 0) {
      return text;
    }
    StringBuilder resolved = new StringBuilder(text.length());
    int done = 0;
    while (ampersand >= 0) {
      resolved.append(text, done, ampersand);
      done = one(text, ampersand, resolved);
      ampersand = text.indexOf('&', done);
    }
    return pairUp(resolved.append(text, done, text.length()));
  }

  /** Resolves what stands at {@code start}; returns where it ends. */
  private int one(String text, int start, StringBuilder resolved) {
    int past = bytes(text, start, resolved);
    if (past > start) {
      return past;
    }
    int end = nameEnd(text, start + 1);
    if (end == start + 1 || end == text.length() || text.charAt(end) != ';') {
      return bare(resolved, start);
    }
    String name = text.substring(start + 1, end);
    boolean known = name.charAt(0) == '#' ? number(name, resolved) : named(name, resolved);
    return known ? end + 1 : bare(resolved, start);
  }

  /**
   * Resolves references to what are really the bytes of one character in UTF-8: no document means
   * the control characters that the later ones name. Returns {@code start} if there are none.
   */
  private int bytes(String text, int start, StringBuilder resolved) {
    int first = value(text, start);
    int length = first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    byte[] bytes = new byte[length];
    boolean control = false;
    int at = start;
    for (int i = 0; i < length; i++) {
      int value = value(text, at);
      if (i > 0 && (value < 0x80 || value > 0xBF)) {
        return start;
      }
      control |= i > 0 && value < 0xA0;
      bytes[i] = (byte) value;
      at = text.indexOf(';', at) + 1;
    }
    String character = new String(bytes, StandardCharsets.UTF_8);
    if (!control || character.indexOf('\uFFFD') >= 0) {
      return start;
    }
    repairs.add("references name the bytes of a character");
    resolved.append(character);
    return at;
  }

  /** The number a decimal reference of three digits at {@code start} names; -1 if there is none. */
  private static int value(String text, int start) {
    int end = start + "&#226;".length();
    if (end > text.length() || !text.startsWith("&#", start) || text.charAt(end - 1) != ';') {
      return -1;
    }
    int value = 0;
    for (int i = start + 2; i < end - 1; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static int nameEnd(String text, int start) {
    int limit = Math.min(text.length(), start + LONGEST_NAME);
    int end = start;
    while (end < limit && isNamePart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '#' || c == '_' || c == '-' || c == '.';
  }

  private int bare(StringBuilder resolved, int start) {
    repairs.add("an ampersand stands for itself");
    resolved.append('&');
    return start + 1;
  }

  private boolean named(String name, StringBuilder resolved) {
    switch (name) {
      case "amp" -> resolved.append('&');
      case "lt" -> resolved.append('<');
      case "gt" -> resolved.append('>');
      case "quot" -> resolved.append('"');
      case "apos" -> resolved.append('\'');
      default -> {
        return declaredOrHtml(name, resolved);
      }
    }
    return true;
  }

  private boolean declaredOrHtml(String name, StringBuilder resolved) {
    String value = declared.get(name);
    if (value != null) {
      declaredCharacters += value.length();
      if (declaredCharacters <= MOST_DECLARED_CHARACTERS) {
        resolved.append(value);
      }
      return true;
    }
    int[] points = new int[2];
    int count = Entities.codepointsForName(name, points);
    for (int i = 0; i < count; i++) {
      resolved.appendCodePoint(points[i]);
    }
    if (count > 0) {
      repairs.add("a named reference of HTML is used without being declared");
    }
    return count > 0;
  }

  private boolean number(String name, StringBuilder resolved) {
    try {
      boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
      int point =
          hex
              ? Integer.parseInt(name, 2, name.length(), 16)
              : Integer.parseInt(name, 1, name.length(), 10);
      append(point, resolved);
      return true;
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  private void append(int point, StringBuilder resolved) {
    if (point >= 0x80 && point <= 0x9F) {
      repairs.add("a reference means a character of windows-1252");
      resolved.append(new String(new byte[] {(byte) point}, WINDOWS_1252));
    } else if (point <= Character.MAX_VALUE && Character.isSurrogate((char) point)) {
      repairs.add("a character is written as references to its halves");
      resolved.append((char) point);
    } else if (XmlCharacters.allowed(point)) {
      resolved.appendCodePoint(point);
    } else {
      repairs.add("a reference to a character that XML forbids was left out");
    }
  }

  /** Halves of characters that found no partner vanish. */
  private static String pairUp(StringBuilder text) {
    return XmlCharacters.clean(text.toString());
  }
}
