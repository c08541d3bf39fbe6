package org.headrace.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An element that breaks the line, with what is known of the blocks in it. Built by the walk. */
final class Region {
  final Element element;

  /** Its place among all regions of the page, in page order. */
  final int number;

  final String tag;
  final @Nullable Region parent;
  final int depth;

  /** The tag as {@link Tags.Meaning#kind}. */
  final int kind;

  /** The innermost article element around it, or itself. */
  final @Nullable Region article;

  /** The innermost landmark around it, or itself, as {@link Tags.Meaning#landmark}. */
  final int landmark;

  /** Its class as written, empty if it has none. */
  String name = "";

  /** Traits of the element itself. */
  int traits;

  /** Traits of the element and all around it. */
  final int allTraits;

  /** Index of the first block in it. */
  final int first;

  /** Index after the last block in it. */
  int end;

  /** In page order. */
  private List<Region> children = List.of();

  /** Characters in and out of links, of prose, and of links and labels; see {@link Sums}. */
  int size;

  int linkSize;
  double prose;
  double junk;
  boolean dropped;

  /** It and its siblings of the same make that each lead to another page by a line of their own. */
  int teasers;

  Region(
      Element element,
      Tags.Meaning meaning,
      @Nullable Region parent,
      int traits,
      int first,
      int number) {
    this.element = element;
    this.number = number;
    this.tag = element.normalName();
    this.parent = parent;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.kind = meaning.kind();
    this.article = kind == Tags.ARTICLE ? this : parent == null ? null : parent.article;
    int own = meaning.landmark();
    this.landmark = own != 0 || parent == null ? own : parent.landmark;
    this.traits = traits;
    this.allTraits = traits | (parent == null ? 0 : parent.allTraits);
    this.first = first;
    this.end = first;
  }

  void add(Region child) {
    if (children.isEmpty()) {
      children = new ArrayList<>(4);
    }
    children.add(child);
  }

  List<Region> children() {
    return children;
  }

  boolean isHeading() {
    return Tags.isHeading(kind);
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

  /** Steps up from here to the region that holds the other too. */
  int apart(Region other) {
    Region at = this;
    Region there = other;
    while (at != there) {
      Region up = at.depth >= there.depth ? at.parent : at;
      there = there.depth >= at.depth && there.parent != null ? there.parent : there;
      at = up == null ? at : up;
    }
    return depth - at.depth;
  }

  double linkDensity() {
    return size == 0 ? 0 : (double) linkSize / size;
  }
}
