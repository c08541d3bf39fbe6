package org.headrace.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headrace.extract.BlockFeatures.PageFacts;

/**
 * Goes over what the rules chose once more, block by block, with what was learned from pages whose
 * article is known.
 */
final class LearnedChoice implements BlockChoice {
  static final LearnedChoice STANDARD = new LearnedChoice(Trees.read("blocks.trees"));

  /** Blocks looked at before and after the article's region. */
  private static final int AROUND = 40;

  /** As before, of blocks that the rules left out as furniture. */
  private static final int AROUND_FURNITURE = 12;

  private static final int LEAST_IN_FURNITURE = 12;

  /**
   * Letters from which on the same text is not said twice: pages repeat theirs for small screens.
   */
  private static final int LEAST_REPEATED = 60;

  // Logarithms of the odds that a block must have: what the rules left out as furniture needs more
  // than even odds to return, what stands in lists and tables less to stay.
  private static final float TO_STAY = 0;
  private static final float TO_STAY_AS_STRUCTURE = -0.5f;
  private static final float TO_STAY_AS_PARAGRAPH = -2;
  private static final float TO_COME = 0;
  private static final float TO_LEAVE_FURNITURE = 0.2f;
  private static final float TO_STAND_WITHOUT_ITS_HEADING = 0.8f;

  private static final float TO_BE_NO_PROMPT = 1.5f;
  private static final float TO_FOLLOW_THE_END = 1.2f;
  private static final float TO_STAND_AMONG_ITS_LIKE = -2;
  private static final int LONGEST_PROMPT = 120;

  /** Blocks before and after one in which its like is looked for. */
  private static final int NEAR = 3;

  private final Trees trees;

  LearnedChoice(Trees trees) {
    this.trees = trees;
  }

  /** The blocks that may be the article's: those of its region and of what is near to it. */
  static List<Block> candidates(ArticleBody rules) {
    Region container = rules.container();
    List<Block> blocks = rules.survey().blocks;
    List<Block> candidates = new ArrayList<>();
    int from = Math.max(0, container.first - AROUND);
    for (Block block : blocks.subList(from, Math.min(blocks.size(), container.end + AROUND))) {
      if (mayBe(block, container)) {
        candidates.add(block);
      }
    }
    return candidates;
  }

  private static boolean mayBe(Block block, Region container) {
    if (block.region.dropped && !block.isHeading()) {
      return block.index >= container.first - AROUND_FURNITURE
          && block.index < container.end + AROUND_FURNITURE
          && block.size() >= LEAST_IN_FURNITURE
          && block.linkDensity() < 0.8;
    }
    return block.measure.words() > 0 || block.isCell();
  }

  /** The body with the blocks that are more likely the article's than not. */
  @Override
  public ArticleBody of(ArticleBody rules, PageFacts about) {
    BlockFeatures features = new BlockFeatures(rules, about);
    Set<Block> chosen = new HashSet<>(rules.kept());
    Map<String, Region> places = new HashMap<>();
    List<Block> candidates = candidates(rules);
    boolean[] stays = new boolean[candidates.size()];
    boolean[] doubtful = new boolean[candidates.size()];
    boolean headingOut = false;
    for (int i = 0; i < stays.length; i++) {
      Block block = candidates.get(i);
      float odds = trees.sum(features.of(block));
      boolean mayStay =
          !repeats(block, about) && (block.size() < LEAST_REPEATED || isFirst(block, places));
      stays[i] = mayStay && odds > least(block, chosen, headingOut, features);
      doubtful[i] = mayStay && odds > TO_STAND_AMONG_ITS_LIKE && isRunning(block, chosen);
      headingOut = block.isHeading() && !stays[i];
    }
    List<Block> kept = new ArrayList<>();
    for (int i = 0; i < stays.length; i++) {
      if (stays[i] || (doubtful[i] && isAmongItsLike(candidates, stays, i))) {
        kept.add(candidates.get(i));
      }
    }
    return kept.isEmpty() ? rules : rules.with(kept);
  }

  private static boolean isRunning(Block block, Set<Block> chosen) {
    return chosen.contains(block)
        && !block.isHeading()
        && !Phrases.isOpening(block)
        && block.linkDensity() < 0.4;
  }

  /** True if blocks of the same make in the same place stay before and after it. */
  private static boolean isAmongItsLike(List<Block> candidates, boolean[] stays, int i) {
    boolean before = false;
    for (int k = Math.max(0, i - NEAR); k < i; k++) {
      before |= stays[k] && isLike(candidates.get(k), candidates.get(i));
    }
    for (int k = i + 1; before && k <= Math.min(stays.length - 1, i + NEAR); k++) {
      if (stays[k] && isLike(candidates.get(k), candidates.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLike(Block one, Block other) {
    return one.region.parent == other.region.parent
        && one.region.kind == other.region.kind
        && one.region.tag.equals(other.region.tag)
        && one.region.name.equals(other.region.name);
  }

  /** False if the text stands already elsewhere: not beside it, as in a refrain. */
  private static boolean isFirst(Block block, Map<String, Region> places) {
    Region parent = block.region.parent == null ? block.region : block.region.parent;
    Region first = places.putIfAbsent(block.text, parent);
    return first == null || first == parent;
  }

  private static boolean repeats(Block block, PageFacts about) {
    return Phrases.isLabel(block) || about.titles().contains(block.plain());
  }

  private static float least(
      Block block, Set<Block> chosen, boolean headingOut, BlockFeatures features) {
    if (chosen.isEmpty()) {
      return TO_COME;
    }
    if (chosen.contains(block)) {
      return features.isFarDown(block)
          ? TO_STAY_AS_PARAGRAPH
          : isStructure(block) ? TO_STAY_AS_STRUCTURE : TO_STAY;
    }
    if (block.size() < LONGEST_PROMPT && Phrases.isOpening(block)) {
      return TO_BE_NO_PROMPT;
    }
    if (features.isAfterTheEnd(block)) {
      return TO_FOLLOW_THE_END;
    }
    return headingOut
        ? TO_STAND_WITHOUT_ITS_HEADING
        : block.region.dropped ? TO_LEAVE_FURNITURE : TO_COME;
  }

  /** Headings, lists, tables and code are rarer than paragraphs, so less of them was learned. */
  private static boolean isStructure(Block block) {
    return block.isHeading()
        || block.isListItem()
        || block.isCell()
        || block.region.kind == Tags.PRE;
  }
}
