package org.headrace.group;

import java.util.BitSet;
import java.util.List;
import org.headrace.model.SourceId;
import org.headrace.model.Words;

/**
 * Lines that come again under different stories are no part of any: "About us", "Read more". What
 * is counted is stories, not articles, lest a text that many copy erase itself.
 */
final class Boilerplate {
  private static final double LEAST_LEFT = 0.3;

  private Boilerplate() {}

  /**
   * A text of {@code source} without the lines that are boilerplate by what is seen.
   *
   * @param lines those of the text
   */
  static Words without(Words body, List<Line> lines, SourceId source, Sight sight) {
    BitSet strictly = new BitSet();
    BitSet mildly = new BitSet();
    for (Line line : lines) {
      Spread spread = sight.spread(line.tag(), source.value());
      strictly.set(line.from(), line.to(), spread.here() >= 2 || spread.anywhere() >= 3);
      mildly.set(
          line.from(),
          line.to(),
          spread.here() >= Spread.ENOUGH_HERE || spread.anywhere() >= Spread.ENOUGH_ANYWHERE);
    }
    boolean enoughLeft = body.length() - strictly.cardinality() >= LEAST_LEFT * body.length();
    return body.without(enoughLeft ? strictly : mildly);
  }
}
