package org.headrace.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.headrace.extract.BlockFeatures.PageFacts;

/**
 * Goes over what the rules chose once more, block by block, with what was learned from pages whose
 * article is known.
 */
final class LearnedChoice implements BlockChoice {
  static final LearnedChoice STANDARD =
      new LearnedChoice(Trees.read("blocks.trees"), Trees.read("neighbourhoods.trees"));

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
  private static final float TO_BE_NO_PROMPT = 1.5f;
  private static final float TO_SIGN = 2;
  private static final float NEVER = Float.POSITIVE_INFINITY;
  private static final float TO_FOLLOW_THE_END = 1.2f;
  private static final float TO_STAND_AMONG_ITS_LIKE = -2;
  private static final float TO_BE_NO_DECK = 1;
  private static final int LONGEST_PROMPT = 120;
  private static final int LONGEST_DECK = 160;

  /** Blocks before and after one in which its like is looked for. */
  private static final int NEAR = 3;

  private final Trees first;
  private final Trees second;

  /**
   * @param first learned from each block alone
   * @param second learned from what the first says of the blocks around
   */
  LearnedChoice(Trees first, Trees second) {
    this.first = first;
    this.second = second;
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
    BitSet chosen = Block.indices(rules.kept());
    List<Block> candidates = candidates(rules);
    boolean[] stays = new boolean[candidates.size()];
    boolean[] doubtful = new boolean[candidates.size()];
    float[] alone = odds(candidates, features, first);
    float[] odds = odds(candidates, new Neighbourhood(candidates, alone, chosen));
    for (int i = 0; i < stays.length; i++) {
      Block block = candidates.get(i);
      boolean likely = odds[i] > least(block, chosen, features);
      boolean doubted = odds[i] > TO_STAND_AMONG_ITS_LIKE && isText(block, chosen);
      if ((likely || doubted) && mayStay(block, about, features)) {
        stays[i] = likely;
        doubtful[i] = doubted;
      }
    }
    List<Block> kept = kept(candidates, stays, doubtful, rules.survey());
    return kept.isEmpty() ? rules : rules.with(kept);
  }

  /** False for what is not the article's whatever its odds. */
  private static boolean mayStay(Block block, PageFacts about, BlockFeatures features) {
    return !repeats(block, about)
        && (block.size() < LEAST_REPEATED || isFirst(block, features))
        && !Phrases.isDisclosure(block);
  }

  /** The odds of each block that it is the article's, by itself. */
  private static float[] odds(List<Block> candidates, BlockFeatures features, Trees first) {
    float[] odds = new float[candidates.size()];
    for (int i = 0; i < odds.length; i++) {
      odds[i] = first.sum(features.of(candidates.get(i)));
    }
    return odds;
  }

  /** The odds once more, with those of the blocks around. */
  private float[] odds(List<Block> candidates, Neighbourhood around) {
    float[] odds = new float[candidates.size()];
    for (int i = 0; i < odds.length; i++) {
      odds[i] = second.sum(around.of(i));
    }
    SharedOdds.share(candidates, odds);
    return odds;
  }

  /** Of each candidate what the second look goes by, where {@code first} is the first. */
  static List<float[]> around(ArticleBody rules, PageFacts about, Trees first) {
    List<Block> candidates = candidates(rules);
    float[] odds = odds(candidates, new BlockFeatures(rules, about), first);
    Neighbourhood around = new Neighbourhood(candidates, odds, Block.indices(rules.kept()));
    return IntStream.range(0, odds.length)
        .mapToObj(i -> Arrays.copyOf(around.of(i), Neighbourhood.width()))
        .toList();
  }

  /** What stays, and what is in doubt but stands where and as other text does that stays. */
  private static List<Block> kept(
      List<Block> candidates, boolean[] stays, boolean[] doubtful, Survey survey) {
    BitSet staying = new BitSet();
    for (int i = 0; i < stays.length; i++) {
      staying.set(candidates.get(i).index, stays[i]);
    }
    Entries entries = new Entries(survey.blocks, staying);
    List<Block> kept = new ArrayList<>();
    for (int i = 0; i < stays.length; i++) {
      Block block = candidates.get(i);
      if (stays[i]
          || (doubtful[i]
              && ((!block.isHeading() && isAmongItsLike(candidates, stays, i))
                  || entries.keep(block)))) {
        kept.add(block);
      }
    }
    return withNotes(kept, candidates);
  }

  /** Notes are far below the text and unlike it, but the article's where it refers to them. */
  private static List<Block> withNotes(List<Block> kept, List<Block> candidates) {
    Set<String> noted = TailLines.noted(kept);
    if (noted.isEmpty()) {
      return kept;
    }
    BitSet known = Block.indices(kept);
    return candidates.stream()
        .filter(block -> known.get(block.index) || TailLines.isNote(block, noted))
        .toList();
  }

  private static boolean isText(Block block, BitSet chosen) {
    return chosen.get(block.index) && !Phrases.isOpening(block) && block.linkDensity() < 0.4;
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
  private static boolean isFirst(Block block, BlockFeatures features) {
    Block first = features.first(block);
    return BlockFeatures.parent(first.region) == BlockFeatures.parent(block.region);
  }

  private static boolean repeats(Block block, PageFacts about) {
    return Phrases.isLabel(block) || about.titles().contains(block.plain());
  }

  private static float least(Block block, BitSet chosen, BlockFeatures features) {
    if (features.isOfSender(block)) {
      return NEVER;
    }
    if (chosen.isEmpty()) {
      return TO_COME;
    }
    if (features.isLast(block) && TailLines.isSign(block)) {
      return TO_SIGN;
    }
    if (chosen.get(block.index)) {
      return features.isFarDown(block)
          ? TO_STAY_AS_PARAGRAPH
          : isStructure(block) ? TO_STAY_AS_STRUCTURE : TO_STAY;
    }
    if (block.size() < LONGEST_PROMPT && Phrases.isOpening(block)) {
      return TO_BE_NO_PROMPT;
    }
    if (features.isAbove(block) && isDeck(block)) {
      return TO_BE_NO_DECK;
    }
    if (features.isAfterTheEnd(block)) {
      return TO_FOLLOW_THE_END;
    }
    return block.region.dropped ? TO_LEAVE_FURNITURE : TO_COME;
  }

  /** True for a line named as what stands between the headline and the text. */
  private static boolean isDeck(Block block) {
    Region parent = block.region.parent;
    return block.size() < LONGEST_DECK
        && (block.region.is(Trait.DECK) || (parent != null && parent.is(Trait.DECK)));
  }

  /** Headings, lists, tables and code are rarer than paragraphs, so less of them was learned. */
  private static boolean isStructure(Block block) {
    return block.isHeading()
        || block.isListItem()
        || block.isCell()
        || block.region.kind == Tags.PRE;
  }
}
