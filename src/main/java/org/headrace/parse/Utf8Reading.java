package org.headrace.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Bytes read as UTF-8, bytes that do not fit as windows-1252.
 *
 * @param sequences characters of more than one byte
 * @param odd bytes that did not fit
 * @param size of the document in bytes
 */
record Utf8Reading(String text, int sequences, int odd, int size) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  static Utf8Reading of(byte[] bytes) {
    int sequences = 0;
    int odd = 0;
    StringBuilder mended = new StringBuilder();
    int done = 0;
    int at = 0;
    while (at < bytes.length) {
      if (bytes[at] >= 0) {
        at++;
        continue;
      }
      int length = sequence(bytes, at);
      if (length > 0) {
        sequences++;
        at += length;
      } else {
        odd++;
        mended.append(new String(bytes, done, at - done, StandardCharsets.UTF_8));
        mended.append(new String(bytes, at, 1, WINDOWS_1252));
        at++;
        done = at;
      }
    }
    mended.append(new String(bytes, done, bytes.length - done, StandardCharsets.UTF_8));
    return new Utf8Reading(mended.toString(), sequences, odd, bytes.length);
  }

  boolean isValid() {
    return odd == 0;
  }

  /** True if odd bytes are the exception. */
  boolean isMostly() {
    return sequences > odd;
  }

  /** Share of the bytes that did not fit, 0 to 1. */
  double oddShare() {
    return size == 0 ? 0 : (double) odd / size;
  }

  /** Length of the valid sequence of several bytes at {@code at}; 0 if there is none. */
  private static int sequence(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int length = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : 4;
    if (first < 0xC2 || first > 0xF4 || at + length > bytes.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = bytes[at + 1] & 0xFF;
    boolean overlong = first == 0xE0 && second < 0xA0 || first == 0xF0 && second < 0x90;
    boolean surrogate = first == 0xED && second > 0x9F;
    boolean beyond = first == 0xF4 && second > 0x8F;
    return overlong || surrogate || beyond ? 0 : length;
  }
}
