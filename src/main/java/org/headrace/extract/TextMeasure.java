package org.headrace.extract;

/**
 * What a text looks like, without knowing its language.
 *
 * @param size characters without spaces counted once, those of scripts written without spaces three
 *     times: about the length in letters of an alphabet
 * @param words runs of letters; an ideograph counts as half a word
 * @param lower words of two or more letters that begin in lower case or know no case: in most
 *     languages the little words of running text
 * @param commas commas and semicolons of any script
 * @param stops ends of sentences
 * @param digits decimal digits
 * @param upper capital letters
 */
record TextMeasure(int size, int words, int lower, int commas, int stops, int digits, int upper) {

  static TextMeasure of(String text) {
    int size = 0;
    int halfWords = 0;
    int lower = 0;
    int commas = 0;
    int stops = 0;
    int digits = 0;
    int upper = 0;
    boolean inWord = false;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\n') {
        size++;
        inWord = false;
      } else if (c >= 'a' && c <= 'z') {
        size++;
        if (!inWord) {
          halfWords += 2;
          lower++;
          inWord = true;
        }
      } else if (c < 0x80) {
        size++;
        if (c >= 'A' && c <= 'Z') {
          upper++;
          if (!inWord) {
            halfWords += 2;
            inWord = true;
          }
        } else if (c >= '0' && c <= '9') {
          digits++;
          inWord = false;
        } else if (c == ',' || c == ';') {
          commas++;
          inWord = false;
        } else if (c == '.' || c == '!' || c == '?') {
          inWord = false;
          stops += ends(text, i + 1) ? 1 : 0;
        } else if (c != '\'') {
          inWord = false;
        }
      } else if (isDense(c)) {
        size += 3;
        halfWords++;
        lower++;
        inWord = false;
      } else if (Character.isLetter(c)) {
        size++;
        boolean capital = Character.isUpperCase(c);
        upper += capital ? 1 : 0;
        if (!inWord) {
          halfWords += 2;
          lower += capital ? 0 : 1;
          inWord = true;
        }
      } else {
        size++;
        switch (c) {
          case '。', '！', '？', '؟', '।', '…', '．' -> stops++;
          case '，', '、', '；', '،', '؛' -> commas++;
          default -> {}
        }
        if (c != '’' && Character.getType(c) != Character.NON_SPACING_MARK) {
          inWord = false;
        }
      }
    }
    return new TextMeasure(size, (halfWords + 1) / 2, lower, commas, stops, digits, upper);
  }

  private static boolean ends(String text, int next) {
    if (next >= text.length()) {
      return true;
    }
    char c = text.charAt(next);
    return c == ' ' || c == '\n' || c == '"' || c == '”' || c == '»' || c == ')' || c == '’';
  }

  /** Scripts written without spaces between words: Han, kana, Thai, Lao, Burmese, Khmer. */
  static boolean isDense(char c) {
    return c >= 0x0E00
        && (c <= 0x0EFF
            || (c >= 0x1000 && c <= 0x109F)
            || (c >= 0x1780 && c <= 0x17FF)
            || (c >= 0x2E80 && c <= 0x9FFF && !(c >= 0x3000 && c <= 0x3004) && c != 0x3001)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFF66 && c <= 0xFF9F));
  }

  /** True if it reads like sentences rather than like a label. */
  boolean isProse() {
    return (size >= 45 && stops + commas > 0 && lower * 5 >= words * 2)
        || (size >= 120 && lower * 2 >= words);
  }
}
