package org.headrace.group;

/** How alike two articles must be to be one story. Each step also takes what those before take. */
public enum Strictness {
  /** Every article is a story of its own. */
  OFF,
  /** The same address, or the same address named by the page as its own. */
  SAME_LINK,
  /** The same text, word for word or all but. */
  SAME_TEXT,
  /** The same text edited, cut, begun anew or brought up to date, or only its headline. */
  SAME_STORY
}
