package org.headrace.group;

/** What the verification weighs when it is asked whether two texts are one. All from 0 to 1. */
enum Feature {
  /** Always 1: what speaks for a copy before anything was looked at. */
  ALWAYS,
  /** Share of the shorter text's runs that are in the longer. */
  CONTAINMENT,
  /** The same as containment, of what is not quoted: independent reports share quotes. */
  OUTSIDE_QUOTES,
  /** Words of the longest stretch in both, 60 at most. */
  LONGEST_STRETCH,
  /** Containment, by how much of the shorter text is one stretch: a block put under other texts. */
  STRETCH_SHARE,
  /** How much of what is shared is one block at the end of both, under leads that differ. */
  BLOCK_AT_END,
  /** Length of the shorter by that of the longer. */
  LENGTH_RATIO,
  /** Containment, if the shorter text has under 60 words. */
  SHORT_TEXT,
  /** Share of figures among the words the longer text lacks: the next bulletin of a series. */
  FIGURE_EDITS,
  /** Hours apart, 48 at most. */
  HOURS,
  /** Both come from one source. */
  SAME_SOURCE,
  /** One source uses a headline again, the more hours later, up to a day. */
  SERIES,
  /** Words shared by the headlines. */
  TITLE,
  /** How much of each headline the other text tells. */
  TITLE_TOLD,
  /** How much of both headlines the other article tells nowhere, the lesser of both. */
  HEADLINES_APART,
  /** A text within a much longer one that has another headline. */
  DIGEST,
  /** The highest containment found with another story. */
  RIVAL,
  /** The most like headline of another story, if it is this one's too. */
  RIVAL_TITLE,
  /** How many other stories share some of the text, 3 at most. */
  FAMILIAR
}
