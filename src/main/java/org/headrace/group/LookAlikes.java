package org.headrace.group;

/**
 * Knows two texts written by one form with other values: the bulletins of two days, the weather of
 * two towns. However much they share they are not one story, and nothing else that is known changes
 * that: so it cannot matter in which order they come.
 */
final class LookAlikes {
  private static final double LEAST_LENGTH_RATIO = 0.7;

  /** Words for each figure, at most: one figure in a long text is more likely corrected. */
  private static final int WORDS_PER_FIGURE = 80;

  /** So many figures change only with the day; then words such as "rose" may have changed, too. */
  private static final int MANY_FIGURES = 3;

  private static final double OTHERS_BESIDE_MANY = 1.5;
  private static final double UNTOLD = 0.5;

  private LookAlikes() {}

  /**
   * True if the texts differ mostly in figures that stand in the same place; in one of a source
   * that heads them otherwise, one figure is enough, and so are names that stand in both headlines.
   */
  static boolean are(Reading one, Reading other) {
    int length = one.allWords().length();
    int otherLength = other.allWords().length();
    int shorter = Math.min(length, otherLength);
    if (shorter < LEAST_LENGTH_RATIO * Math.max(length, otherLength)) {
      return false;
    }
    Edits edits = Edits.between(one.allWords(), other.allWords());
    int replaced = edits.figures() + edits.names();
    double most = edits.figures() >= MANY_FIGURES ? OTHERS_BESIDE_MANY * replaced : replaced - 1;
    if (replaced == 0 || edits.others() > most) {
      return false;
    }
    boolean ofOneSource = one.sameSource(other);
    if (edits.figures() == 0) {
      return ofOneSource && one.untold(other) > UNTOLD && other.untold(one) > UNTOLD;
    }
    boolean isDense = edits.figures() * WORDS_PER_FIGURE >= shorter;
    return isDense || (ofOneSource && areHeadedApart(one.headline(), other.headline()));
  }

  /** True if each headline has a word that the other lacks: "Corrected:" in front is none. */
  private static boolean areHeadedApart(Headline one, Headline other) {
    int shared = one.shared(other);
    return shared < one.size() && shared < other.size();
  }
}
