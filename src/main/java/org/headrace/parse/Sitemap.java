package org.headrace.parse;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Feed;

/** A list of pages that a site keeps for search engines. */
public sealed interface Sitemap {

  /** The pages as entries, the newest first; titles only where it is a sitemap of news. */
  record Pages(Feed feed) implements Sitemap {}

  /** A list of sitemaps, the newest first, those without a date last in the order written. */
  record Index(List<Part> parts) implements Sitemap {
    public Index {
      parts = List.copyOf(parts);
    }
  }

  /** One sitemap of several. {@code updated} is empty if the list does not say. */
  record Part(URI address, Optional<Instant> updated) {}
}
