package org.headrace.extract;

import java.util.List;

/**
 * Chooses the region that holds the article: the one with most prose for the least junk. Being an
 * ancestor of all pieces, it joins a body that is split over several siblings.
 */
final class Container {
  private static final double PRICE_OF_JUNK = 1.2;

  private Container() {}

  static Region choose(Survey survey) {
    List<Region> regions = survey.regions;
    Region best = regions.get(0);
    double most = Double.NEGATIVE_INFINITY;
    for (Region region : regions) {
      if (region.dropped || region.prose == 0) {
        continue;
      }
      double score = score(region);
      // Of nested regions with the same text the innermost wins; a wider one must bring more.
      if (score > most || (score >= most * 0.97 && best.holds(region))) {
        most = Math.max(most, score);
        best = region;
      }
    }
    return best;
  }

  private static double score(Region region) {
    double score = region.prose - PRICE_OF_JUNK * region.junk;
    if (region.is(Trait.CONTENT) || region.kind == Tags.ARTICLE || region.tag.equals("main")) {
      score *= score > 0 ? 1.1 : 1;
    }
    return "articleBody".equalsIgnoreCase(region.element.attr("itemprop")) && score > 0
        ? score * 1.3
        : score;
  }
}
