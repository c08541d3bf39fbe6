package org.headrace.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Tells an article to machines, as news sites do in a script element (schema.org NewsArticle). */
final class LinkedData {
  private static final JsonMapper JSON = new JsonMapper();

  private LinkedData() {}

  static String of(Manuscript article, Edition edition, Words words, Paper paper) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", "NewsArticle");
    data.put("mainEntityOfPage", words.address(paper.path(article)));
    data.put("headline", article.headline());
    data.put("description", article.summary(edition));
    data.put("datePublished", Times.iso(article.published()));
    data.put("dateModified", Times.iso(words.updated(article, edition)));
    data.put("author", List.of(Map.of("@type", "Person", "name", article.byline())));
    data.put("publisher", Map.of("@type", "Organization", "name", paper.name()));
    data.put("articleSection", article.section());
    if (!article.motif().isEmpty()) {
      data.put("image", List.of(words.picture(article)));
    }
    return JSON.writeValueAsString(data).replace("</", "<\\/");
  }
}
