package org.headrace.config;

import java.util.Optional;
import org.headrace.extract.site.SiteExtractor;
import org.headrace.model.ArticleRules;
import tools.jackson.databind.JsonNode;

/** Reads how the article is found in the pages behind a source's entries. */
final class ArticleSelectors {
  private final SelectorKeys selectors;

  ArticleSelectors(Faults faults, YamlTree tree) {
    selectors = new SelectorKeys(faults, tree, SiteExtractor::fault);
  }

  /** The short rules of the source at {@code at}; empty if it has none. */
  Optional<ArticleRules> of(JsonNode source, String at) {
    JsonNode article = source.path("article");
    if (!article.isObject() || article.isEmpty()) {
      return Optional.empty();
    }
    String articleAt = at + "/article";
    return Optional.of(
        new ArticleRules(
            selectors.of(article, articleAt, "body"),
            selectors.of(article, articleAt, "remove"),
            selectors.of(article, articleAt, "title"),
            selectors.of(article, articleAt, "author"),
            selectors.of(article, articleAt, "published")));
  }
}
