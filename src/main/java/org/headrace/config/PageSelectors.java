package org.headrace.config;

import java.util.Optional;
import org.headrace.model.PageRules;
import org.headrace.parse.PageParser;
import tools.jackson.databind.JsonNode;

/** Reads how the entries of a page without a feed are found. */
final class PageSelectors {
  private final Faults faults;
  private final YamlTree tree;

  PageSelectors(Faults faults, YamlTree tree) {
    this.faults = faults;
    this.tree = tree;
  }

  /** The rules of the source at {@code at}; empty if it has none, or none that can be used. */
  Optional<PageRules> of(JsonNode source, String at) {
    JsonNode page = source.path("page");
    String pageAt = at + "/page";
    String entry = selector(page, pageAt, "entry");
    String link = selector(page, pageAt, "link");
    String title = selector(page, pageAt, "title");
    String published = selector(page, pageAt, "published");
    String summary = selector(page, pageAt, "summary");
    return entry.isEmpty()
        ? Optional.empty()
        : Optional.of(new PageRules(entry, link, title, published, summary));
  }

  private String selector(JsonNode page, String at, String key) {
    if (!page.path(key).isString()) {
      return "";
    }
    String written = page.path(key).asString().strip();
    PageParser.fault(written)
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
