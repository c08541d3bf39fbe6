package org.headrace.group;

import org.headrace.model.Words;

/**
 * Where two texts that are alike differ, word by word: what an editor has put in place of what, or
 * the next day.
 *
 * @param figures how many figures stand where the other text has other ones
 * @param names how many names do
 * @param others content words besides that one text has there and the other has not
 */
record Edits(int figures, int names, int others) {
  /** Of texts that are not alike. */
  static final Edits TOO_MANY = new Edits(0, 0, Integer.MAX_VALUE);

  private static final int FARTHEST = 48;
  private static final int WORDS_IN_STEP = 3;
  private static final double MOST_EDITED = 0.4;

  /** Walks through both texts side by side. */
  static Edits between(Words one, Words other) {
    return new Walk(one, other).edits();
  }

  private static final class Walk {
    private final Words one;
    private final Words other;
    private int i;
    private int j;
    private int figures;
    private int names;
    private int others;

    Walk(Words one, Words other) {
      this.one = one;
      this.other = other;
    }

    Edits edits() {
      double most = MOST_EDITED * Math.min(one.length(), other.length());
      while (i < one.length() || j < other.length()) {
        if (i < one.length() && j < other.length() && one.hash(i) == other.hash(j)) {
          i++;
          j++;
        } else if (!passGap() || figures + names + others > most) {
          return TOO_MANY;
        }
      }
      return new Edits(figures, names, others);
    }

    /** Goes to where the texts are in step again; false if that is too far off. */
    private boolean passGap() {
      for (int words = 1; words <= FARTHEST; words++) {
        for (int ofOne = Math.min(words, one.length() - i); ofOne >= 0; ofOne--) {
          int ofOther = words - ofOne;
          if (j + ofOther <= other.length() && isInStep(i + ofOne, j + ofOther)) {
            count(ofOne, ofOther);
            i += ofOne;
            j += ofOther;
            return true;
          }
        }
      }
      return false;
    }

    private boolean isInStep(int at, int otherAt) {
      for (int k = 0; k < WORDS_IN_STEP; k++) {
        boolean isEnd = at + k >= one.length();
        boolean isOtherEnd = otherAt + k >= other.length();
        if (isEnd || isOtherEnd) {
          return isEnd && isOtherEnd;
        }
        if (one.hash(at + k) != other.hash(otherAt + k)) {
          return false;
        }
      }
      return true;
    }

    private void count(int ofOne, int ofOther) {
      int[] here = missing(one, i, ofOne, other, j, ofOther);
      int[] there = missing(other, j, ofOther, one, i, ofOne);
      int replaced =
          isFigureChanged(here, there)
              ? Math.max(here[FIGURES], there[FIGURES])
              : Math.min(here[FIGURES], there[FIGURES]);
      int renamed = Math.min(here[NAMES], there[NAMES]);
      figures += replaced;
      names += renamed;
      others +=
          Math.max(
              Math.max(0, here[FIGURES] - replaced) + here[NAMES] - renamed + here[OTHERS],
              Math.max(0, there[FIGURES] - replaced) + there[NAMES] - renamed + there[OTHERS]);
    }

    /** True if behind a figure both have, one has more of it and the other nothing: 6, 6 1/16. */
    private boolean isFigureChanged(int[] here, int[] there) {
      boolean onlyFigures = here[NAMES] + there[NAMES] + here[OTHERS] + there[OTHERS] == 0;
      boolean ofOneAlone = Math.min(here[FIGURES], there[FIGURES]) == 0;
      return onlyFigures && ofOneAlone && i > 0 && one.kind(i - 1) == Words.Kind.FIGURE;
    }

    private static final int FIGURES = 0;
    private static final int NAMES = 1;
    private static final int OTHERS = 2;

    private static int[] missing(Words of, int at, int length, Words in, int inAt, int inLength) {
      int[] counts = new int[3];
      for (int k = at; k < at + length; k++) {
        if (of.isContent(k) && !has(in, inAt, inLength, of.hash(k))) {
          counts[
              switch (of.kind(k)) {
                case FIGURE -> FIGURES;
                case NAME -> NAMES;
                case FUNCTION, PLAIN -> OTHERS;
              }]++;
        }
      }
      return counts;
    }

    private static boolean has(Words words, int at, int length, int hash) {
      for (int k = at; k < at + length; k++) {
        if (words.hash(k) == hash) {
          return true;
        }
      }
      return false;
    }
  }
}
