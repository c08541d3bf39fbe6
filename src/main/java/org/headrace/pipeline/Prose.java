package org.headrace.pipeline;

/** Tells text from the heaps of signs that broken or hostile pages leave over. */
final class Prose {
  /** A text shorter than this may be anything, such as a caption. */
  private static final int SHORT = 300;

  /** Fewer different letters than any script needs for so many. */
  private static final int FEWEST_LETTERS = 12;

  private Prose() {}

  /** False for long texts that are one sign, or a few, again and again. */
  static boolean isProse(String text) {
    return text.length() < SHORT
        || text.codePoints().filter(Character::isLetter).distinct().limit(FEWEST_LETTERS).count()
            == FEWEST_LETTERS;
  }
}
