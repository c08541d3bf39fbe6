package org.headrace.config;

import java.util.Optional;
import org.headrace.extract.site.SiteExtractor;
import org.headrace.model.ArticleRules;
import tools.jackson.databind.JsonNode;

/** Reads how the article is found in the pages behind a source's entries. */
final class ArticleSelectors {
  private final Faults faults;
  private final YamlTree tree;

  ArticleSelectors(Faults faults, YamlTree tree) {
    this.faults = faults;
    this.tree = tree;
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
            selector(article, articleAt, "body"),
            selector(article, articleAt, "remove"),
            selector(article, articleAt, "title"),
            selector(article, articleAt, "author"),
            selector(article, articleAt, "published")));
  }

  private String selector(JsonNode article, String at, String key) {
    if (!article.path(key).isString()) {
      return "";
    }
    String written = article.path(key).asString().strip();
    SiteExtractor.fault(written)
        .ifPresent(
            words ->
                faults.error(
                    tree.value(at + "/" + key),
                    "bad-selector",
                    "\"%s\" is not a CSS selector: %s".formatted(written, words),
                    ""));
    return written;
  }
}
