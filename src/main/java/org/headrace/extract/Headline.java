package org.headrace.extract;

import java.util.List;
import org.headrace.extract.Survey.Hint;
import org.jspecify.annotations.Nullable;

/** Where the headline stands, and how far from it, through headings and articles, a block does. */
final class Headline {
  private final Survey survey;
  private final int index;
  private final int dated;
  private final @Nullable Region article;
  private final Region region;

  /** Of each block: first-rank headings up to it. */
  private final int[] firsts;

  /** Of each block: the last heading before it; -1 if none. */
  private final int[] headings;

  /**
   * @param titles the headline in all forms found, as {@link Phrases#plain}
   */
  Headline(ArticleBody rules, List<String> titles) {
    this.survey = rules.survey();
    List<Block> blocks = survey.blocks;
    firsts = new int[blocks.size()];
    headings = new int[blocks.size()];
    int last = -1;
    int count = 0;
    int first = -1;
    int same = -1;
    for (Block block : blocks) {
      headings[block.index] = last;
      if (block.isHeading()) {
        last = block.index;
        boolean highest = block.region.kind == Tags.H1;
        count += highest ? 1 : 0;
        first = first < 0 && highest ? block.index : first;
        same = same < 0 && titles.contains(block.plain()) ? block.index : same;
      }
      firsts[block.index] = count;
    }
    index = same < 0 ? first : same;
    dated = below();
    List<Block> kept = rules.kept();
    region =
        index >= 0
            ? blocks.get(index).region
            : kept.isEmpty() ? rules.container() : kept.get(0).region;
    article = region.article;
  }

  /** Index of the block; -1 if none is the headline. */
  int index() {
    return index;
  }

  /** Index of the first block after a date or author that stands below the headline; else -1. */
  int dated() {
    return dated;
  }

  private int below() {
    for (Hint hint : survey.hints) {
      if (hint.before() > index) {
        return hint.before();
      }
    }
    return -1;
  }

  /** First-rank headings between the headline and the block; negative before it. */
  int others(Block block) {
    return index < 0 ? firsts[block.index] : firsts[block.index] - firsts[index];
  }

  /** 0 if it lies in no article element, 1 if in the headline's own, 2 if in another. */
  int piece(Block block) {
    Region own = block.region.article;
    return own == null ? 0 : own == article ? 1 : 2;
  }

  /** Steps from the headline up to the region that holds both. */
  int apart(Region other) {
    return region.apart(other);
  }

  /** Index of the last heading before the block; -1 if none. */
  int headingAbove(Block block) {
    return headings[block.index];
  }
}
