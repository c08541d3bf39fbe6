package org.headrace.extract;

import static org.headrace.extract.Trait.AUTHOR;
import static org.headrace.extract.Trait.COMMENTS;
import static org.headrace.extract.Trait.CONSENT;
import static org.headrace.extract.Trait.CONTENTS;
import static org.headrace.extract.Trait.FOOT;
import static org.headrace.extract.Trait.FORM;
import static org.headrace.extract.Trait.HEADER;
import static org.headrace.extract.Trait.LAYER;
import static org.headrace.extract.Trait.LOGIN;
import static org.headrace.extract.Trait.META;
import static org.headrace.extract.Trait.NAV;
import static org.headrace.extract.Trait.PAGER;
import static org.headrace.extract.Trait.PRINT;
import static org.headrace.extract.Trait.PROMO;
import static org.headrace.extract.Trait.RELATED;
import static org.headrace.extract.Trait.SHARE;
import static org.headrace.extract.Trait.SIDE;
import static org.headrace.extract.Trait.TAGS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Takes out regions that are furniture by their make: menus, comments, share bars, boxes of other
 * stories. A name is believed only if the region does not hold the bulk of the page's text.
 */
final class Furniture {
  private static final int PLAIN =
      Trait.set(
          NAV, COMMENTS, RELATED, PROMO, FOOT, SIDE, CONSENT, LAYER, LOGIN, PAGER, TAGS, CONTENTS);

  private static final int SMALL = Trait.set(SHARE, AUTHOR, META, HEADER, FORM, PRINT);

  private static final double BULK = 0.4;
  private static final double MOST_OF_ALL = 0.5;

  private final Survey survey;

  /** Prose before each block. */
  private final double[] proseBefore;

  /** Prose of the page without comments. */
  private double pageProse;

  /** Traits that a page uses for its text too, so that they say nothing there. */
  private int distrusted;

  private Furniture(Survey survey) {
    this.survey = survey;
    this.proseBefore = new double[survey.blocks.size() + 1];
    for (Block block : survey.blocks) {
      proseBefore[block.index + 1] = proseBefore[block.index] + block.prose();
    }
  }

  /** Marks dropped regions and adds up the rest anew. */
  static void drop(Survey survey) {
    Sums.of(survey);
    Furniture furniture = new Furniture(survey);
    furniture.pageProse = survey.regions.get(0).prose;
    furniture.mark(furniture::isComments);
    furniture.markCards();
    Sums.of(survey);
    furniture.pageProse = survey.regions.get(0).prose;
    furniture.distrust();
    furniture.mark(furniture::isFurniture);
    Sums.of(survey);
  }

  private void mark(Predicate<Region> isOut) {
    for (Region region : survey.regions) {
      Region parent = region.parent;
      if (parent != null && !region.dropped) {
        region.dropped = parent.dropped || isOut.test(region);
      }
    }
  }

  /** A trait that would take out most of the text of a page is not furniture on it. */
  private void distrust() {
    double[] sums = new double[Integer.SIZE];
    for (Region region : survey.regions) {
      Region parent = region.parent;
      int marks = region.traits & (PLAIN | SMALL);
      if (marks != 0 && parent != null && !region.dropped && isFurniture(region)) {
        for (int rest = marks & ~parent.allTraits; rest != 0; rest &= rest - 1) {
          sums[Integer.numberOfTrailingZeros(rest)] += region.prose;
        }
      }
    }
    for (int bit = 0; bit < sums.length; bit++) {
      distrusted |= sums[bit] > MOST_OF_ALL * pageProse ? 1 << bit : 0;
    }
  }

  private boolean isComments(Region region) {
    return region.is(COMMENTS)
        && region.prose < 0.95 * pageProse
        && proseBefore[region.first] > 300
        && !isRoot(region);
  }

  private boolean isFurniture(Region region) {
    double share = pageProse == 0 ? 0 : region.prose / pageProse;
    if (region.is(Trait.CARD)) {
      return share < BULK;
    }
    if (region.any(PLAIN & ~distrusted)) {
      return share < BULK
          && (region.any(PLAIN & ~distrusted & ~CONTENTS.bit()) || isOfLinks(region));
    }
    return region.any(SMALL & ~distrusted) && share < 0.15 && region.prose < 900;
  }

  /** A table of contents is links; what only bears its name is a chapter. */
  private static boolean isOfLinks(Region region) {
    return region.prose < 200 || region.linkDensity() > 0.4;
  }

  private static boolean isRoot(Region region) {
    return region.depth < 2 || region.kind == Tags.ARTICLE || region.tag.equals("main");
  }

  /** Three or more children of one make, most of them with a link of their own, are teasers. */
  private void markCards() {
    for (Region region : survey.regions) {
      if (!region.dropped) {
        markCards(region);
      }
    }
  }

  private void markCards(Region region) {
    List<Region> children = region.children();
    if (children.size() < 2) {
      return;
    }
    List<Region> teasers = new ArrayList<>();
    for (Region child : children) {
      if (isTeaser(child)) {
        teasers.add(child);
      }
    }
    if (teasers.size() < 2) {
      return;
    }
    Map<Make, List<Region>> makes = new HashMap<>();
    for (Region teaser : teasers) {
      Make own = new Make(teaser.tag, teaser.name);
      makes.computeIfAbsent(own, make -> new ArrayList<>()).add(teaser);
    }
    for (List<Region> alike : makes.values()) {
      int cards = 0;
      for (Region teaser : alike) {
        teaser.teasers = alike.size();
        cards += isCard(teaser) ? 1 : 0;
      }
      for (Region teaser : alike) {
        teaser.traits |= cards >= 3 && isCard(teaser) ? Trait.CARD.bit() : 0;
      }
    }
  }

  /** What regions that look alike have in common. */
  private record Make(String tag, String name) {}

  /** A teaser with little text. */
  private static boolean isCard(Region region) {
    return region.size <= 700
        && region.end - region.first <= 8
        && !(region.prose > 150 && region.linkSize * 2 < region.size);
  }

  /** Holds a heading or line that is wholly a link. */
  private boolean isTeaser(Region region) {
    if (region.size == 0 || region.size > 1500 || region.end - region.first > 12) {
      return false;
    }
    if (region.kind == Tags.P || region.isHeading() || region.tag.equals("tr")) {
      return false;
    }
    for (int i = region.first; i < region.end; i++) {
      Block block = survey.blocks.get(i);
      if (block.size() > 15 && block.linkDensity() > 0.9) {
        return true;
      }
    }
    return false;
  }
}
