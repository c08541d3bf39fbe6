package org.headrace.clean;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How far a text can be written as it is. Looks at eight letters at a time, as the bytes of one
 * long number: nearly all are plain, and only where one may not be is each looked at by itself.
 */
final class PlainRun {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final byte[] NONE = {};
  private static final int SHORT = 24;

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long SPACES = EACH * ' ';

  /** With the bit left out in which they differ, {@code "} and {@code &} are one. */
  private static final long QUOTE_OR_AND = EACH * '"';

  private static final long NOT_THE_BIT_BETWEEN = 0xfbfbfbfbfbfbfbfbL;

  /** So are {@code <}, {@code =}, {@code >} and {@code ?}. */
  private static final long BRACKET = EACH * '<';

  private static final long NOT_THE_LAST_TWO = 0xfcfcfcfcfcfcfcfcL;

  private final String text;
  private final boolean value;

  /** One for each letter, {@code ?} for what has none; none if the text is not worth it. */
  private final byte[] letters;

  /**
   * Of a text.
   *
   * @param value true if it is to stand between double quotes
   */
  PlainRun(String text, boolean value) {
    this.text = text;
    this.value = value;
    byte[] latin = text.length() < SHORT ? NONE : text.getBytes(StandardCharsets.ISO_8859_1);
    letters = latin.length == text.length() ? latin : NONE;
  }

  /** Where the plain run ends that begins at {@code from}: at a letter that is none, or the end. */
  int endFrom(int from) {
    int at = suspect(from);
    while (at < text.length() && isPlain(text.charAt(at))) {
      at = suspect(at + 1);
    }
    return at;
  }

  /** The first place from there on that is worth a look by itself. */
  private int suspect(int from) {
    int at = from;
    while (at <= letters.length - Long.BYTES) {
      long suspects = suspects((long) EIGHT.get(letters, at));
      if (suspects != 0) {
        return at + Long.numberOfTrailingZeros(suspects) / Byte.SIZE;
      }
      at += Long.BYTES;
    }
    return at;
  }

  /**
   * Which of eight may not be plain: a control character, a quote, a bracket, an ampersand, a
   * letter beyond ASCII. The highest bit of its byte tells, surely for the first of them.
   *
   * @see <a href="https://graphics.stanford.edu/~seander/bithacks.html#HasLessInWord">Bit Twiddling
   *     Hacks</a>
   */
  private static long suspects(long eight) {
    long controls = (eight - SPACES) & ~eight;
    long beyond = eight | (eight + EACH);
    long quotes = (eight & NOT_THE_BIT_BETWEEN) ^ QUOTE_OR_AND;
    long brackets = (eight & NOT_THE_LAST_TWO) ^ BRACKET;
    return (controls | beyond | zeros(quotes) | zeros(brackets)) & HIGH;
  }

  /** The highest bit of each byte that is zero; and perhaps of others, if there is one. */
  private static long zeros(long bytes) {
    return (bytes - EACH) & ~bytes;
  }

  /** False for what needs a second look: far from ASCII, it may be no letter of XML. */
  private boolean isPlain(char c) {
    return switch (c) {
      case '&', '<', '>' -> false;
      case '"' -> !value;
      case '\t', '\n' -> true;
      default -> c >= ' ' && (c < 0x7f || c > 0x9f) && c < Character.MIN_SURROGATE;
    };
  }
}
