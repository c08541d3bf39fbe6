package org.headrace.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An element that breaks the line, with what is known of the blocks in it. Built by the walk. */
final class Region {
  final Element element;
  final String tag;
  final @Nullable Region parent;
  final int depth;

  /** The tag as {@link BlockFeatures#tag}. */
  final int kind;

  /** The innermost article element around it, or itself. */
  final @Nullable Region article;

  /** The innermost landmark around it, or itself, as {@link BlockFeatures#landmark}. */
  final int landmark;

  /** Traits of the element itself. */
  int traits;

  /** Traits of the element and all around it. */
  final int allTraits;

  /** Index of the first block in it. */
  final int first;

  /** Index after the last block in it. */
  int end;

  final List<Region> children = new ArrayList<>(2);

  /** Characters in and out of links, of prose, and of links and labels; see {@link Sums}. */
  int size;

  int linkSize;
  double prose;
  double junk;
  boolean dropped;

  /** It and its siblings of the same make that each lead to another page by a line of their own. */
  int teasers;

  Region(Element element, @Nullable Region parent, int traits, int first) {
    this.element = element;
    this.tag = element.normalName();
    this.parent = parent;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.kind = BlockFeatures.tag(tag);
    this.article = tag.equals("article") ? this : parent == null ? null : parent.article;
    int own = BlockFeatures.landmark(tag);
    this.landmark = own != 0 || parent == null ? own : parent.landmark;
    this.traits = traits;
    this.allTraits = traits | (parent == null ? 0 : parent.allTraits);
    this.first = first;
    this.end = first;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  boolean is(Trait trait) {
    return trait.in(traits);
  }

  boolean any(int set) {
    return (traits & set) != 0;
  }

  /** True if {@code other} is this region or lies in it. */
  boolean holds(Region other) {
    Region at = other;
    while (at != null && at.depth > depth) {
      at = at.parent;
    }
    return at == this;
  }

  double linkDensity() {
    return size == 0 ? 0 : (double) linkSize / size;
  }
}
