package org.headrace.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * The text as the page repeats it for machines: often cut short or run together, so it only
 * confirms blocks and tells which lines between them are not the article's.
 */
final class StatedBody {
  private static final int SHORTEST = 500;
  private static final int PROBE = 32;
  private static final int BRIEF = 100;
  private static final int LONGEST = 400_000;

  private final String letters;

  private StatedBody(String letters) {
    this.letters = letters;
  }

  static StatedBody of(String text) {
    return new StatedBody(letters(text.length() > LONGEST ? "" : text));
  }

  /** Letters and digits only, in lower case. */
  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
  }

  /** True if the block's beginning or its end stands in the stated text. */
  boolean holds(Block block) {
    String text = block.text;
    if (text.length() <= BRIEF) {
      String own = letters(text);
      return own.length() <= PROBE ? letters.contains(own) : holdsAnEnd(own);
    }
    // A hundred characters hold a probe in any writing; only the two ends are looked at.
    return holdsAnEnd(
        letters(text.substring(0, BRIEF)) + letters(text.substring(text.length() - BRIEF)));
  }

  private boolean holdsAnEnd(String own) {
    return letters.contains(own.substring(0, Math.min(PROBE, own.length())))
        || letters.contains(own.substring(Math.max(0, own.length() - PROBE)));
  }

  /** 2 if it holds the block, 1 if it does not, 0 if there is no such text. */
  int verdict(Block block) {
    return letters.length() < SHORTEST ? 0 : holds(block) ? 2 : 1;
  }

  /**
   * The blocks without those that the stated text leaves out, where it is plainly the whole text:
   * nearly all of the prose stands in it.
   */
  List<Block> confirm(List<Block> kept) {
    if (letters.length() < SHORTEST) {
      return kept;
    }
    double all = 0;
    double held = 0;
    List<Block> confirmed = new ArrayList<>(kept.size());
    for (Block block : kept) {
      boolean stated = holds(block);
      all += block.prose();
      held += stated ? block.prose() : 0;
      if (stated || block.isHeading() || block.isCell() || block.isListItem()) {
        confirmed.add(block);
      }
    }
    return held > 0.8 * all ? confirmed : kept;
  }
}
