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

  private static final int LETTER = 1;
  private static final int SMALL = 2;

  /** Does not end a word it stands in. */
  private static final int WITHIN = 4;

  private static final int STOP = 8;

  /** Of each character below 0x80: what it is. */
  private static final byte[] KINDS = new byte[0x80];

  // Counters of one sum: capital letters, digits, commas and semicolons.
  private static final int FIELD = 20;
  private static final long UPPER = 1;
  private static final long DIGIT = 1L << FIELD;
  private static final long COMMA = 1L << 2 * FIELD;

  /** Of each character below 0x80: what it adds to the counters. */
  private static final long[] COUNTS = new long[0x80];

  static {
    for (char c = 'a'; c <= 'z'; c++) {
      KINDS[c] = LETTER | SMALL;
      KINDS[Character.toUpperCase(c)] = LETTER;
      COUNTS[Character.toUpperCase(c)] = UPPER;
    }
    for (char c = '0'; c <= '9'; c++) {
      COUNTS[c] = DIGIT;
    }
    COUNTS[','] = COMMA;
    COUNTS[';'] = COMMA;
    KINDS['.'] = STOP;
    KINDS['!'] = STOP;
    KINDS['?'] = STOP;
    KINDS['\''] = WITHIN;
  }

  /** Measures the beginning of an array, not longer than a million characters. */
  static TextMeasure of(char[] text, int length) {
    long counts = 0;
    int starts = 0;
    int small = 0;
    int stops = 0;
    int dense = 0;
    int inWord = 0;
    for (int i = 0; i < length; i++) {
      char c = text[i];
      if (c < 0x80) {
        int kind = KINDS[c];
        int start = kind & LETTER & ~inWord;
        starts += start;
        small += kind >> 1 & start;
        inWord = kind & LETTER | kind >> 2 & inWord;
        counts += COUNTS[c];
        if (kind >= STOP) {
          stops += ends(text, i + 1, length) ? 1 : 0;
        }
      } else if (isDense(c)) {
        dense++;
        inWord = 0;
      } else if (Character.isLetter(c)) {
        int capital = Character.isUpperCase(c) ? 1 : 0;
        counts += capital * UPPER;
        starts += 1 - inWord;
        small += (1 - inWord) * (1 - capital);
        inWord = 1;
      } else {
        switch (c) {
          case '。', '！', '？', '؟', '।', '…', '．' -> stops++;
          case '，', '、', '；', '،', '؛' -> counts += COMMA;
          default -> {}
        }
        inWord = c == '’' || Character.getType(c) == Character.NON_SPACING_MARK ? inWord : 0;
      }
    }
    return new TextMeasure(
        length + 2 * dense,
        (2 * starts + dense + 1) / 2,
        small + dense,
        field(counts, 2),
        stops,
        field(counts, 1),
        field(counts, 0));
  }

  private static int field(long counts, int place) {
    return (int) (counts >> place * FIELD) & (1 << FIELD) - 1;
  }

  private static boolean ends(char[] text, int next, int length) {
    if (next >= length) {
      return true;
    }
    char c = text[next];
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
