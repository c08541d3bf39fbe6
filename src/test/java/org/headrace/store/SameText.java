package org.headrace.store;

import java.util.Comparator;
import java.util.List;
import org.headrace.model.Arrival;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Grouping;
import org.headrace.model.Marks;

/** Articles of one text tell one story; the longest title is shown. */
final class SameText implements Placing {
  @Override
  public Grouping place(Arrival arrival, Known known) {
    long text = arrival.fingerprint().textHash();
    return known
        .byText(text)
        .<Grouping>map(
            story -> new Grouping.Joins(story, arrival.id(), "same-text", 1, "every word"))
        .orElseGet(() -> new Grouping.Begins("first", 1, "nothing like it"));
  }

  @Override
  public Marks marks(Arrival arrival) {
    return new Marks(arrival.fingerprint().body().length(), new int[] {arrival.title().hashCode()});
  }

  @Override
  public ArticleId face(List<Article> articles) {
    return articles.stream()
        .max(Comparator.comparingInt(article -> article.title().value().length()))
        .orElseThrow()
        .id();
  }
}
