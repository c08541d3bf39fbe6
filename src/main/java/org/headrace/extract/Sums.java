package org.headrace.extract;

import java.util.List;

/** Adds up, for every region, what its blocks hold. */
final class Sums {
  /** A part without any prose is left out later as a whole, so it costs no more than this. */
  private static final double MOST_JUNK = 120;

  private Sums() {}

  /** Sets size, linkSize, prose and junk of all regions, leaving out what lies in dropped ones. */
  static void of(Survey survey) {
    List<Region> regions = survey.regions;
    for (Region region : regions) {
      region.size = 0;
      region.linkSize = 0;
      region.prose = 0;
      region.junk = 0;
    }
    for (Block block : survey.blocks) {
      Region region = block.region;
      if (!region.dropped) {
        region.size += block.size();
        region.linkSize += block.linkSize;
        region.prose += block.prose();
        region.junk += block.junk;
      }
    }
    for (int i = regions.size() - 1; i > 0; i--) {
      Region region = regions.get(i);
      Region parent = region.parent;
      if (parent != null && !region.dropped) {
        parent.size += region.size;
        parent.linkSize += region.linkSize;
        parent.prose += region.prose;
        parent.junk += region.prose == 0 ? Math.min(region.junk, MOST_JUNK) : region.junk;
      }
    }
  }
}
