package org.headrace.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.model.Source;
import org.headrace.store.ArticleWork;

/** The articles of a feed as they are if no page is read: what the feed itself carries. */
public final class FeedArticles {
  private FeedArticles() {}

  /**
   * One article for each entry, in the order of the document.
   *
   * @param seen when the feed was read
   */
  public static List<Article> of(Source source, Feed feed, Instant seen) {
    List<Article> articles = new ArrayList<>();
    for (Map.Entry<String, Entry> one : EntryKeys.of(feed).entrySet()) {
      ArticleId id = new ArticleId(articles.size() + 1L);
      ArticleWork work = new ArticleWork(id, source, one.getValue(), seen, 0, 0);
      PageText none = new PageText.Without("no page is read");
      articles.add(ArticleDraft.of(work, FeedText.of(one.getValue()), none).article());
    }
    return articles;
  }

  /** When a story that begins with {@code article} counts as published: never in the future. */
  public static Instant published(Article article) {
    return Optional.of(article)
        .flatMap(Article::published)
        .filter(at -> !at.isAfter(article.seen()))
        .orElse(article.seen());
  }
}
