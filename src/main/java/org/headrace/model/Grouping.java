package org.headrace.model;

/** Which story an article belongs to, and why. */
public sealed interface Grouping {
  /** The rule that decided, such as {@code same-link}, {@code same-text}, {@code near-copy}. */
  String rule();

  /** How sure, 0 to 1. */
  double score();

  /** What the two share, in words for the operator. */
  String detail();

  /** It tells a story already known. {@code like} is the article it was recognised by. */
  record Joins(StoryId story, ArticleId like, String rule, double score, String detail)
      implements Grouping {}

  /** It begins a story of its own. */
  record Begins(String rule, double score, String detail) implements Grouping {}
}
