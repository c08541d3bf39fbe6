package org.headrace.extract;

import java.util.List;
import org.jsoup.nodes.Document;

/**
 * Where the article stands in a page.
 *
 * @param container the smallest region that holds it
 * @param kept its blocks, in page order
 */
record ArticleBody(Survey survey, Region container, List<Block> kept) {
  /** Letters below which what the page hides is read too. */
  private static final int LITTLE = 250;

  static ArticleBody of(Document document, Survey survey, List<String> titles, StatedBody stated) {
    ArticleBody body = of(survey, titles, stated);
    if (body.size() >= LITTLE || survey.hidden.isEmpty()) {
      return body;
    }
    ArticleBody unhidden = of(Survey.of(document, true), titles, stated);
    return unhidden.size() > 2 * body.size() + LITTLE ? unhidden : body;
  }

  private static ArticleBody of(Survey survey, List<String> titles, StatedBody stated) {
    Furniture.drop(survey);
    Region container = Container.choose(survey);
    return new ArticleBody(
        survey, container, stated.confirm(Selection.of(survey, container, titles)));
  }

  int size() {
    return kept.stream().mapToInt(Block::size).sum();
  }
}
