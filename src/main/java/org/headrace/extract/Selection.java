package org.headrace.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Which blocks of the container are the article's: keeps running text, leaves out what interrupts
 * it.
 */
final class Selection {
  /** Kinds of elements that hold text by their nature. */
  private static final int TEXT =
      1 << Tags.P
          | 1 << Tags.LI
          | 1 << Tags.BLOCKQUOTE
          | 1 << Tags.PRE
          | 1 << Tags.CELL
          | 1 << Tags.DESCRIPTION
          | 1 << Tags.H1
          | 1 << Tags.H2
          | 1 << Tags.H3
          | 1 << Tags.H4
          | 1 << Tags.H5;

  /** Kinds of elements whose lines are text whatever they are in. */
  private static final int AROUND_TEXT =
      1 << Tags.BLOCKQUOTE | 1 << Tags.LI | 1 << Tags.CELL | 1 << Tags.PRE;

  private static final int ANCHOR = 80;
  private static final int CAPTIONS = Trait.set(Trait.CAPTION, Trait.FIGURE);

  private final Survey survey;
  private final Region container;
  private final List<String> titles;
  private final boolean textInDivs;

  private Selection(Survey survey, Region container, List<String> titles) {
    this.survey = survey;
    this.container = container;
    this.titles = titles;
    this.textInDivs = textInDivs();
  }

  /**
   * @param titles the headline in all forms found, as {@link Phrases#plain}
   * @return the blocks that stay, in page order
   */
  static List<Block> of(Survey survey, Region container, List<String> titles) {
    return new Selection(survey, container, titles).choose();
  }

  private List<Block> choose() {
    List<Block> kept = new ArrayList<>();
    double all = container.prose;
    double seen = 0;
    for (Block block : survey.blocks.subList(container.first, container.end)) {
      if (block.region.dropped) {
        continue;
      }
      if (seen > 0.7 * all && seen > 200 && closes(block)) {
        break;
      }
      seen += block.prose();
      if (stays(block)) {
        kept.add(block);
      }
    }
    return headingsWithText(edges(kept));
  }

  private boolean closes(Block block) {
    return block.size() < 60
        && (block.isHeading() || !block.measure.isProse())
        && Phrases.isClosing(block);
  }

  private boolean stays(Block block) {
    if (Phrases.isLabel(block) || isTitle(block) || isCaption(block)) {
      return false;
    }
    if (block.linkDensity() > 0.8 && block.region.kind != Tags.CELL) {
      return false;
    }
    if (isPrompt(block)) {
      return false;
    }
    if (block.measure.words() == 0) {
      return block.region.kind == Tags.CELL || block.region.kind == Tags.PRE;
    }
    return isOf(TEXT, block.region)
        || (textInDivs && block.region.traits == 0)
        || block.measure.isProse()
        || insideText(block);
  }

  private static boolean isOf(int kinds, Region region) {
    return (kinds & 1 << region.kind) != 0;
  }

  private static boolean insideText(Block block) {
    int depth = 0;
    for (Region at = block.region; at != null && depth < 4; at = at.parent, depth++) {
      if (isOf(AROUND_TEXT, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTitle(Block block) {
    if (block.size() > 300) {
      return false;
    }
    return titles.contains(block.plain());
  }

  static boolean isCaption(Block block) {
    if ((block.region.allTraits & CAPTIONS) == 0) {
      return false;
    }
    for (Region at = block.region; at != null; at = at.parent) {
      if (at.any(CAPTIONS)) {
        return !holdsText(at);
      }
    }
    return false;
  }

  /** Some systems set tables, quotes and code in figures. */
  private static boolean holdsText(Region figure) {
    return figure.prose > 1500 || holdsStructure(figure.element);
  }

  private static boolean holdsStructure(Element element) {
    String name = element.normalName();
    if (name.equals("table") || name.equals("blockquote") || name.equals("pre")) {
      return true;
    }
    int size = element.childNodeSize();
    for (int i = 0; i < size; i++) {
      if (element.childNode(i) instanceof Element child && holdsStructure(child)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPrompt(Block block) {
    int size = block.size();
    if (size > 250 || (block.isHeading() && block.linkSize == 0)) {
      return false;
    }
    return (size < 90 || block.linkSize > 0) && Phrases.isOpening(block);
  }

  private boolean textInDivs() {
    double divs = 0;
    for (Block block : survey.blocks.subList(container.first, container.end)) {
      if (!block.region.dropped && !isOf(TEXT, block.region)) {
        divs += block.prose();
      }
    }
    return divs > 0.6 * container.prose;
  }

  /**
   * Before the first and after the last real paragraph only what stands in the same place stays.
   */
  private List<Block> edges(List<Block> kept) {
    int first = 0;
    while (first < kept.size() && !isAnchor(kept.get(first))) {
      first++;
    }
    if (first == kept.size()) {
      return kept;
    }
    int last = kept.size() - 1;
    while (!isAnchor(kept.get(last))) {
      last--;
    }
    List<Block> inside = new ArrayList<>(kept.subList(first, last + 1));
    for (int i = first - 1; i >= 0 && belongs(kept.get(i), kept.get(first)); i--) {
      inside.add(0, kept.get(i));
    }
    for (int i = last + 1; i < kept.size() && belongs(kept.get(i), kept.get(last)); i++) {
      inside.add(kept.get(i));
    }
    return inside;
  }

  private static boolean isAnchor(Block block) {
    return !block.isHeading() && block.size() >= ANCHOR && block.prose() > ANCHOR * 0.6;
  }

  private static boolean belongs(Block block, Block anchor) {
    @Nullable Region home = anchor.region.parent;
    return block.region == anchor.region
        || block.region.parent == home
        || (home != null && home.holds(block.region) && isOf(TEXT, block.region));
  }

  /** A heading stays only if text follows before the next heading of its rank or the end. */
  private static List<Block> headingsWithText(List<Block> kept) {
    List<Block> result = new ArrayList<>(kept.size());
    for (int i = kept.size() - 1; i >= 0; i--) {
      Block block = kept.get(i);
      if (!block.isHeading() || !result.isEmpty()) {
        result.add(0, block);
      }
    }
    return result;
  }
}
