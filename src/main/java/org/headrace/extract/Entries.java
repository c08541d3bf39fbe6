package org.headrace.extract;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages that are written entry by entry, like live reports: what stays of most entries stays of
 * all.
 */
final class Entries {
  private static final int FEWEST = 3;
  private static final int MOST = 60;

  /** Blocks of an entry. */
  private static final int LONGEST = 100;

  /** Elements between an entry and a block of it. */
  private static final int DEEPEST = 3;

  /** Share of the entries of which a part must stay. */
  private static final double MAJORITY = 0.6;

  private final List<Block> all;
  private final BitSet staying;

  /**
   * @param all blocks of the page
   * @param staying by their index
   */
  Entries(List<Block> all, BitSet staying) {
    this.all = all;
    this.staying = staying;
  }

  /** True if the block's counterparts stay in most of the entries beside its own. */
  boolean keep(Block block) {
    Region entry = block.region.parent;
    for (int depth = 1; entry != null && depth <= DEEPEST; entry = entry.parent, depth++) {
      if (keep(block, entry)) {
        return true;
      }
    }
    return false;
  }

  private boolean keep(Block block, Region entry) {
    @Nullable Region around = entry.parent;
    if (around == null
        || entry.name.isEmpty()
        || entry.kind == Tags.LI
        || entry.end - entry.first > LONGEST) {
      return false;
    }
    int entries = 0;
    int kept = 0;
    List<Region> siblings = around.children();
    for (Region sibling : siblings.subList(0, Math.min(siblings.size(), MOST))) {
      if (isLike(sibling, entry) && sibling.end - sibling.first <= LONGEST) {
        entries++;
        kept += staysIn(sibling, block) ? 1 : 0;
      }
    }
    return entries >= FEWEST && kept >= MAJORITY * entries;
  }

  private boolean staysIn(Region entry, Block block) {
    for (int i = staying.nextSetBit(entry.first);
        i >= 0 && i < entry.end;
        i = staying.nextSetBit(i + 1)) {
      Region other = all.get(i).region;
      if (other.depth == block.region.depth && isLike(other, block.region)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLike(Region one, Region other) {
    return one.kind == other.kind && one.tag.equals(other.tag) && one.name.equals(other.name);
  }
}
