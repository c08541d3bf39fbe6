package org.headrace.fetch;

/** What a request is for: sizes, deadlines and manners differ. */
public enum Wanted {
  /** A feed that the operator named: asked for without looking at robots.txt. */
  FEED,
  /** A page behind an entry: that is crawling, so robots.txt has the last word. */
  PAGE
}
