package org.headrace.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What of a region is written: the texts of its chosen blocks and of captions between them, without
 * the furniture. To be asked in page order, about every node but those in elements left out.
 */
final class ChosenNodes {
  /** How far above a text an inline element around it may stand. */
  private static final int NEAR = 8;

  private final List<TextNode> texts = new ArrayList<>();
  private final BitSet captions = new BitSet();
  private final List<Element> left = new ArrayList<>();
  private int text;
  private int out;

  ChosenNodes(Survey survey, Region container, List<Block> kept) {
    BitSet chosen = Block.indices(kept);
    if (!kept.isEmpty()) {
      int from = Math.max(container.first, kept.get(0).index - 2);
      texts(survey.blocks.subList(from, kept.get(kept.size() - 1).index + 1), chosen);
    }
    for (Region region : survey.regions) {
      Region parent = region.parent;
      if (isOut(region, chosen)
          && (parent == null || !isOut(parent, chosen))
          && container.holds(region)) {
        left.add(region.element);
      }
    }
  }

  private void texts(List<Block> blocks, BitSet chosen) {
    for (Block block : blocks) {
      boolean body = chosen.get(block.index);
      if (body || isCaption(block)) {
        captions.set(texts.size(), texts.size() + block.nodes.size(), !body);
        texts.addAll(block.nodes);
      }
    }
  }

  private static boolean isCaption(Block block) {
    return !block.region.dropped && Selection.isCaption(block) && !Phrases.isLabel(block);
  }

  /** True for furniture and what the page hides, unless a chosen block is in it. */
  private static boolean isOut(Region region, BitSet chosen) {
    if (!region.dropped) {
      return false;
    }
    int next = chosen.nextSetBit(region.first);
    return next < 0 || next >= region.end;
  }

  /** True if the text is written; the one after it is awaited then. */
  boolean take(TextNode node) {
    boolean taken = text < texts.size() && texts.get(text).equals(node);
    text += taken ? 1 : 0;
    return taken;
  }

  /** True if the element is furniture, to be passed over. */
  boolean leave(Element element) {
    boolean leaves = out < left.size() && left.get(out).equals(element);
    out += leaves ? 1 : 0;
    return leaves;
  }

  /** True if the next text to be written stands in the inline element. */
  boolean isIn(Element element) {
    if (text == texts.size()) {
      return false;
    }
    Node at = texts.get(text).parent();
    for (int i = 0; at != null && i < NEAR; i++, at = at.parent()) {
      if (at.equals(element)) {
        return true;
      }
    }
    return false;
  }

  /** True if all texts of blocks, captions aside, are written. */
  boolean isBodyWritten() {
    return captions.nextClearBit(text) >= texts.size();
  }

  /** True if a text of a block, captions aside, is written. */
  boolean isBodyBegun() {
    return captions.nextClearBit(0) < text;
  }

  /** True if all is written. */
  boolean isWritten() {
    return text == texts.size();
  }
}
