package org.headrace.config;

import java.util.Optional;
import org.headrace.model.PageRules;
import org.headrace.parse.PageParser;
import tools.jackson.databind.JsonNode;

/** Reads how the entries of a page without a feed are found. */
final class PageSelectors {
  private final SelectorKeys selectors;

  PageSelectors(Faults faults, YamlTree tree) {
    selectors = new SelectorKeys(faults, tree, PageParser::fault);
  }

  /** The rules of the source at {@code at}; empty if it has none, or none that can be used. */
  Optional<PageRules> of(JsonNode source, String at) {
    JsonNode page = source.path("page");
    String pageAt = at + "/page";
    String entry = selectors.of(page, pageAt, "entry");
    String link = selectors.of(page, pageAt, "link");
    String title = selectors.of(page, pageAt, "title");
    String published = selectors.of(page, pageAt, "published");
    String summary = selectors.of(page, pageAt, "summary");
    return entry.isEmpty()
        ? Optional.empty()
        : Optional.of(new PageRules(entry, link, title, published, summary));
  }
}
