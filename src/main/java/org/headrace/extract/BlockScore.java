package org.headrace.extract;

/** How much a block speaks for an article, and how much against it, in letters of text. */
final class BlockScore {
  private static final int LABEL = 60;

  private BlockScore() {}

  /** Letters of running text outside links; zero for labels, headings and link lists. */
  static double prose(Block block) {
    double linked = block.linkDensity();
    if (block.isHeading() || linked > 0.6) {
      return 0;
    }
    double free = (block.size() - block.linkSize) * (1 - linked);
    if (!block.measure.isProse()) {
      return block.region.kind == Tags.P && block.measure.stops() > 0 ? free * 0.5 : 0;
    }
    return Trait.CAPTION.in(block.region.allTraits) ? free * 0.3 : free;
  }

  /** Letters that a body of text would not hold: links that stand alone, labels. */
  static double junk(Block block) {
    if (block.linkDensity() > 0.6) {
      return Math.min(block.size(), 200) + 20;
    }
    if (block.isHeading() || block.measure.isProse() || block.isListItem() || block.isCell()) {
      return 0;
    }
    return block.size() < LABEL && block.region.kind != Tags.P ? 15 : 0;
  }
}
