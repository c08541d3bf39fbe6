package org.headrace.store;

import java.util.List;
import org.headrace.model.Arrival;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Grouping;
import org.headrace.model.Marks;

/**
 * Decides which story an article belongs to. Called within the one transaction that orders all
 * decisions: it must be quick, must not use the store but through {@link Known}, and must not take
 * its own decision for kept until it comes back through {@link Known#since}.
 */
public interface Placing {
  /** The story {@code arrival} belongs to. One that is no longer kept counts as a new one. */
  Grouping place(Arrival arrival, Known known);

  /** What {@code arrival} will be found by. */
  Marks marks(Arrival arrival);

  /**
   * Which of a story's articles is shown.
   *
   * @param articles in the order they came, never empty
   */
  ArticleId face(List<Article> articles);
}
