package org.headrace.extract;

/**
 * How well bytes read as UTF-8.
 *
 * @param beyondAscii sequences of two to four bytes that are well formed
 * @param broken bytes that belong to no well-formed sequence
 */
record Utf8(int beyondAscii, int broken) {

  static Utf8 read(byte[] bytes, int length) {
    int good = 0;
    int broken = 0;
    int i = 0;
    while (i < length) {
      int b = bytes[i];
      if (b >= 0) {
        i++;
        continue;
      }
      int more = following(b & 0xFF);
      if (more > 0 && i + more >= length) {
        break; // cut in the middle of a character
      }
      if (more > 0 && continues(bytes, i + 1, more)) {
        good++;
        i += more + 1;
      } else {
        broken++;
        i++;
      }
    }
    return new Utf8(good, broken);
  }

  private static int following(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 1;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 2;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
  }

  private static boolean continues(byte[] bytes, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }
}
