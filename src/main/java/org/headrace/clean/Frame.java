package org.headrace.clean;

/** What is known of an element while its content is written. */
final class Frame {
  /** What stands last in an element. */
  enum Last {
    NOTHING,
    WORDS,
    INLINE,
    BLOCK
  }

  final String name;
  final int depth;

  /** True if no words may stand in it. */
  final boolean bare;

  /** What {@link Nesting} knows of the elements around the content. */
  final int open;

  /** Where the content begins. */
  final int content;

  int elements;
  int blocks;
  boolean words;
  Last last = Last.NOTHING;

  Frame(String name, boolean bare, int depth, int open, int content) {
    this.name = name;
    this.bare = bare;
    this.depth = depth;
    this.open = open;
    this.content = content;
  }

  void took(boolean block) {
    elements++;
    blocks += block ? 1 : 0;
    last = block ? Last.BLOCK : Last.INLINE;
  }

  boolean isEmpty() {
    return elements == 0 && !words;
  }

  boolean holdsOneBlock() {
    return elements == 1 && blocks == 1 && !words;
  }
}
