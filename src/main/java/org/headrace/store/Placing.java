package org.headrace.store;

import java.util.List;
import java.util.Optional;
import org.headrace.model.Arrival;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Grouping;
import org.headrace.model.Marks;
import org.headrace.model.Remembered;
import org.headrace.model.Rule;

/**
 * Decides which story an article belongs to. Called within the one transaction that orders all
 * decisions: it must be quick, and must not use the store but through {@link Known}. Several
 * articles may be decided about in that transaction; if it fails, nothing was decided about any.
 */
public interface Placing {
  /**
   * Why an article is not wanted, by the operator's rules for its source: those words are kept.
   * Empty if it is wanted.
   */
  default Optional<String> objection(Article article, List<Rule> rules) {
    return Optional.empty();
  }

  /** The story {@code arrival} belongs to. One that is no longer kept counts as a new one. */
  Grouping place(Arrival arrival, Known known);

  /** What was decided about an article just now: what comes next in this transaction follows it. */
  default void placed(Remembered decision, Grouping grouping) {}

  /** What {@code arrival} will be found by. */
  Marks marks(Arrival arrival);

  /**
   * Which of a story's articles is shown.
   *
   * @param articles in the order they came, never empty
   */
  ArticleId face(List<Article> articles);
}
