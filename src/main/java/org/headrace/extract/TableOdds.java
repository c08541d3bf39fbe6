package org.headrace.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides of the cells of a table of data together: one alone, a number or a name, says little. */
final class TableOdds {
  private static final int FEWEST_CELLS = 4;

  /** Letters of a cell, on average, from which on a table is taken for layout. */
  private static final int LONG = 120;

  private final List<Block> blocks;
  private final float[] odds;

  private TableOdds(List<Block> blocks, float[] odds) {
    this.blocks = blocks;
    this.odds = odds;
  }

  /**
   * Gives all cells of a table the mean of their odds.
   *
   * @param blocks in page order
   * @param odds of each block, the logarithm
   */
  static void share(List<Block> blocks, float[] odds) {
    new TableOdds(blocks, odds).share();
  }

  private void share() {
    int i = 0;
    while (i < odds.length) {
      @Nullable Region table = table(blocks.get(i));
      int end = i + 1;
      while (table != null && end < odds.length && table(blocks.get(end)) == table) {
        end++;
      }
      if (end - i >= FEWEST_CELLS && letters(i, end) < LONG * (end - i)) {
        share(i, end);
      }
      i = end;
    }
  }

  /** The innermost table around a cell. */
  private static @Nullable Region table(Block block) {
    if (!block.isCell()) {
      return null;
    }
    Region at = block.region;
    while (at != null && !at.tag.equals("table")) {
      at = at.parent;
    }
    return at;
  }

  private int letters(int from, int to) {
    return blocks.subList(from, to).stream().mapToInt(Block::size).sum();
  }

  private void share(int from, int to) {
    float sum = 0;
    for (int i = from; i < to; i++) {
      sum += odds[i];
    }
    for (int i = from; i < to; i++) {
      odds[i] = sum / (to - from);
    }
  }
}
