package org.headrace.group;

/** What the verification looks at. The order is that of the weights in {@code verification.txt}. */
enum Feature {
  ALWAYS,
  CONTAINMENT,
  CONTAINMENT_OVER_HALF,
  JACCARD,
  LONGEST_STRETCH,
  STRETCH_SHARE,
  FIGURES_MISSING,
  NAMES_MISSING,
  TITLE,
  TITLE_SAME_SOURCE,
  HOURS,
  LENGTH,
  LEAD,
  CONTAINMENT_SHORT,
  SAME_SOURCE,
  OUTSIDE_QUOTES,
  RIVAL,
  FAMILIAR,
  TITLE_TOLD,
  LENGTH_RATIO
}
