package org.headrace.publish;

/** The beginning of a text, cut where a person would cut it. */
final class ShortText {
  private static final String SENTENCE_ENDS = ".!?…";
  private static final String WIDE_SENTENCE_ENDS = "。！？";

  private ShortText() {}

  /**
   * {@code text} if it fits; else its whole sentences that fit, if they fill at least a third of
   * the room; else its whole words that fit and "…".
   *
   * @param text one line
   * @param room in characters
   */
  static String of(String text, int room) {
    if (text.length() <= room) {
      return text;
    }
    int sentence = lastSentenceEnd(text, room);
    if (sentence >= room / 3) {
      return text.substring(0, sentence);
    }
    int word = text.lastIndexOf(' ', room);
    int end = word >= room / 3 ? word : wholeCharacters(text, room);
    return text.substring(0, end).strip() + "…";
  }

  private static int lastSentenceEnd(String text, int room) {
    for (int at = room - 1; at > 0; at--) {
      char c = text.charAt(at);
      boolean ends = SENTENCE_ENDS.indexOf(c) >= 0 && text.charAt(at + 1) == ' ';
      if (WIDE_SENTENCE_ENDS.indexOf(c) >= 0 || (ends && !isInitial(text, at))) {
        return at + 1;
      }
    }
    return 0;
  }

  /** True for the full stop of "J. Doe" or "e. g.", which ends no sentence. */
  private static boolean isInitial(String text, int at) {
    boolean letter = Character.isLetterOrDigit(text.charAt(at - 1));
    return letter && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
  }

  private static int wholeCharacters(String text, int room) {
    return Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
  }
}
