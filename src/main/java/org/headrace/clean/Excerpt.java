package org.headrace.clean;

import java.text.BreakIterator;
import java.util.Locale;

/** The start of a text, cut where a reader would cut it. */
final class Excerpt {
  private static final String ELLIPSIS = "…";

  private Excerpt() {}

  /** Up to {@code most} characters, with an ellipsis in place of what is cut. */
  static String atWord(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int room = Math.max(0, most - ELLIPSIS.length());
    int end = lastBreak(BreakIterator.getLineInstance(Locale.ROOT), text, room);
    boolean wastes = end < room / 2;
    int cut = wastes ? lastBreak(BreakIterator.getCharacterInstance(Locale.ROOT), text, room) : end;
    return cut == 0 ? "" : withoutTail(text.substring(0, cut)) + ELLIPSIS;
  }

  /** Whole sentences if they fill a third of {@code most}, else like {@link #atWord}. */
  static String atSentence(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = lastBreak(BreakIterator.getSentenceInstance(Locale.ROOT), text, most);
    return end >= most / 3 && end > 0 ? text.substring(0, end).strip() : atWord(text, most);
  }

  private static int lastBreak(BreakIterator breaks, String text, int most) {
    breaks.setText(text);
    return breaks.isBoundary(most) ? most : Math.max(0, breaks.preceding(most));
  }

  private static String withoutTail(String text) {
    int end = text.length();
    while (end > 0 && isLoose(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean isLoose(char c) {
    return Character.isWhitespace(c) || ",;:-–—(".indexOf(c) >= 0;
  }
}
