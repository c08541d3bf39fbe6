package org.headrace.group;

import java.util.Comparator;
import java.util.List;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.TextOrigin;

/** Which article of a story is shown. */
public final class Face {
  private static final Comparator<Article> BEST_FIRST =
      Comparator.<Article>comparingInt(article -> rank(article.origin()))
          .thenComparing(Article::seen)
          .thenComparingLong(article -> article.id().value());

  private Face() {}

  /**
   * The one with the whole text, else with a summary, else a headline; among equals the earliest.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static ArticleId of(List<Article> articles) {
    return articles.stream()
        .min(BEST_FIRST)
        .map(Article::id)
        .orElseThrow(() -> new IllegalArgumentException("a story without articles has no face"));
  }

  private static int rank(TextOrigin origin) {
    return switch (origin) {
      case PAGE, FEED -> 0;
      case SUMMARY -> 1;
      case TITLE -> 2;
    };
  }
}
