package org.headrace.extract.site;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headrace.model.Extracted;

/**
 * A page as it was read.
 *
 * @param found the article and what is known of it
 * @param wholeView where all pages of the article stand in one, absolute
 * @param own which parts the operator's short rules found: they outrank what the feed says
 * @param remarks what the operator should know of the rules on this page, one sentence each
 */
public record SiteReading(
    Extracted found, Optional<URI> wholeView, Set<Part> own, List<String> remarks) {

  /** A part of an article that a short rule may find. */
  public enum Part {
    BODY,
    TITLE,
    AUTHOR,
    PUBLISHED
  }

  public SiteReading {
    own = Set.copyOf(own);
    remarks = List.copyOf(remarks);
  }
}
