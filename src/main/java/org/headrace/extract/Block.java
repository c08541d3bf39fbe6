package org.headrace.extract;

import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** A stretch of running text between two line breaks of the layout, with its measures. */
final class Block {
  final int index;
  final Region region;

  /** White space folded; a {@code br} is a line break. */
  final String text;

  /** The nodes the text came from. */
  final List<TextNode> nodes;

  final List<Element> links;
  final TextMeasure measure;

  /** As {@link TextMeasure#size()}, of the part within links. */
  final int linkSize;

  /** Characters set in bold. */
  final int strong;

  /** Characters set in italics. */
  final int emphasised;

  /** As {@link BlockScore#prose}. */
  private final double prose;

  /** As {@link BlockScore#junk}. */
  final double junk;

  /** Letters of which {@link #plain} tells. */
  static final int BEGINNING = 300;

  /** Letters of a line that may be a heading or a label. */
  static final int LONGEST_LINE = 60;

  private static final int UNKNOWN = -1;

  private @Nullable String plain;
  private int says = UNKNOWN;

  Block(
      int index,
      Region region,
      String text,
      TextMeasure measure,
      List<TextNode> nodes,
      List<Element> links,
      int linkSize,
      int strong,
      int emphasised) {
    this.index = index;
    this.region = region;
    this.text = text;
    this.nodes = List.copyOf(nodes);
    this.links = List.copyOf(links);
    this.measure = measure;
    this.linkSize = Math.min(linkSize, measure.size());
    this.strong = strong;
    this.emphasised = emphasised;
    this.prose = BlockScore.prose(this);
    this.junk = BlockScore.junk(this);
  }

  /** The places of some of a page's blocks among all of them. */
  static BitSet indices(List<Block> blocks) {
    BitSet indices = new BitSet();
    for (Block block : blocks) {
      indices.set(block.index);
    }
    return indices;
  }

  int size() {
    return measure.size();
  }

  /** Its beginning as {@link Phrases#plain}. */
  String plain() {
    String known = plain;
    if (known == null) {
      known = Phrases.plain(text, Math.min(text.length(), BEGINNING));
      plain = known;
    }
    return known;
  }

  /** What its words make of it, as {@link Phrases#says}. */
  int says() {
    if (says == UNKNOWN) {
      says = Phrases.says(text, plain());
    }
    return says;
  }

  double prose() {
    return prose;
  }

  double linkDensity() {
    return size() == 0 ? 0 : (double) linkSize / size();
  }

  boolean isHeading() {
    return region.isHeading();
  }

  boolean isListItem() {
    return isWithin(1 << Tags.LI | 1 << Tags.DESCRIPTION);
  }

  boolean isCell() {
    return isWithin(1 << Tags.CELL);
  }

  /** True if the element or one of the two around it is of a kind. */
  private boolean isWithin(int kinds) {
    for (Region at = region; at != null && at.depth >= region.depth - 2; at = at.parent) {
      if ((kinds & 1 << at.kind) != 0) {
        return true;
      }
    }
    return false;
  }
}
