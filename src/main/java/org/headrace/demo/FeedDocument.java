package org.headrace.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes the feed of one outlet: XML from the template in its form, JSON Feed by hand. */
final class FeedDocument {
  private static final JsonMapper JSON = new JsonMapper();

  private final Paper paper;
  private final Words words;

  FeedDocument(Paper paper, Words words) {
    this.paper = paper;
    this.words = words;
  }

  String mediaType() {
    return paper.settings().header("Feed-type");
  }

  /** When the newest thing in it happened. */
  Instant changed(Edition edition) {
    return paper.articles().stream()
        .map(article -> words.updated(article, edition))
        .max(Instant::compareTo)
        .orElse(paper.pressDay());
  }

  byte[] bytes(Edition edition) {
    String form = paper.settings().header("Feed");
    return paper.bytes(
        form.equals("json") ? json(edition) : Template.read("feeds/" + form).fill(scope(edition)));
  }

  private Scope scope(Edition edition) {
    List<Scope> entries =
        paper.articles().stream()
            .map(article -> words.entry(article, edition).put("full", fullText(article, edition)))
            .toList();
    return words
        .outlet()
        .put("entries", entries)
        .put("changed", Times.iso(changed(edition)))
        .put("rss-changed", Times.rss(changed(edition)));
  }

  private String fullText(Manuscript article, Edition edition) {
    return paper.fullTextFeed()
        ? article.blocks(edition).stream().map(Block::html).collect(Collectors.joining("\n"))
        : "";
  }

  /** JSON Feed 1.1. */
  private String json(Edition edition) {
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", paper.name());
    feed.put("description", paper.settings().header("Tagline"));
    feed.put("home_page_url", words.address("/"));
    feed.put("feed_url", words.address(paper.settings().header("Feed-path")));
    feed.put("language", paper.settings().header("Language"));
    feed.put("items", paper.articles().stream().map(article -> item(article, edition)).toList());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(feed);
  }

  private Map<String, Object> item(Manuscript article, Edition edition) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", words.address(paper.path(article)));
    item.put("url", words.address(paper.path(article)));
    item.put("title", article.headline());
    item.put("summary", article.summary(edition));
    item.put("content_text", article.summary(edition));
    item.put("date_published", Times.iso(article.published()));
    item.put("authors", List.of(Map.of("name", article.byline())));
    item.put("tags", article.tags());
    if (!article.motif().isEmpty()) {
      item.put("image", words.picture(article));
    }
    return item;
  }
}
