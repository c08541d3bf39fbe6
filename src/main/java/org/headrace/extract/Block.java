package org.headrace.extract;

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

  /** Letters of which {@link #plain} tells. */
  static final int BEGINNING = 300;

  private static final int UNKNOWN = -1;

  private @Nullable String plain;
  private int says = UNKNOWN;
  private double prose = UNKNOWN;

  Block(
      int index,
      Region region,
      String text,
      List<TextNode> nodes,
      List<Element> links,
      int linkSize,
      int strong,
      int emphasised) {
    this.index = index;
    this.region = region;
    this.text = text;
    this.nodes = nodes;
    this.links = links;
    this.measure = TextMeasure.of(text);
    this.linkSize = Math.min(linkSize, measure.size());
    this.strong = strong;
    this.emphasised = emphasised;
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

  /** As {@link BlockScore#prose}. */
  double prose() {
    if (prose == UNKNOWN) {
      prose = BlockScore.prose(this);
    }
    return prose;
  }

  double linkDensity() {
    return size() == 0 ? 0 : (double) linkSize / size();
  }

  boolean isHeading() {
    return Tags.isHeading(region.tag);
  }

  boolean isListItem() {
    return isWithin("li") || isWithin("dd") || isWithin("dt");
  }

  boolean isCell() {
    return isWithin("td") || isWithin("th");
  }

  /** True if the element or one of the two around it is of the name. */
  private boolean isWithin(String tag) {
    for (Region at = region; at != null && at.depth >= region.depth - 2; at = at.parent) {
      if (at.tag.equals(tag)) {
        return true;
      }
    }
    return false;
  }
}
