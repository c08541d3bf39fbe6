package org.headrace.extract;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides together of the cells of a table of data, and of the items of a list: one alone, a number
 * or a name, says little.
 */
final class SharedOdds {
  private static final int FEWEST = 4;

  /** Letters of a cell, on average, from which on a table is taken for layout. */
  private static final int LONG = 120;

  private static final Set<String> TABLES = Set.of("table");
  private static final Set<String> LISTS = Set.of("ul", "ol", "dl");

  private final List<Block> blocks;
  private final float[] odds;

  private SharedOdds(List<Block> blocks, float[] odds) {
    this.blocks = blocks;
    this.odds = odds;
  }

  /**
   * Gives all cells of a table, and all items of a list, the mean of their odds.
   *
   * @param blocks in page order
   * @param odds of each block, the logarithm
   */
  static void share(List<Block> blocks, float[] odds) {
    new SharedOdds(blocks, odds).share();
  }

  private void share() {
    int i = 0;
    while (i < odds.length) {
      @Nullable Region whole = whole(blocks.get(i));
      int end = i + 1;
      while (whole != null && end < odds.length && whole(blocks.get(end)) == whole) {
        end++;
      }
      if (end - i >= FEWEST && !isLayout(i, end)) {
        share(i, end);
      }
      i = end;
    }
  }

  /** The innermost table around a cell, or list around an item; null for what is neither. */
  private static @Nullable Region whole(Block block) {
    return block.isCell()
        ? innermost(TABLES, block.region)
        : block.isListItem() ? innermost(LISTS, block.region) : null;
  }

  private static @Nullable Region innermost(Set<String> tags, Region region) {
    Region at = region;
    while (at != null && !tags.contains(at.tag)) {
      at = at.parent;
    }
    return at;
  }

  private boolean isLayout(int from, int to) {
    return blocks.get(from).isCell()
        && blocks.subList(from, to).stream().mapToInt(Block::size).sum() >= LONG * (to - from);
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
