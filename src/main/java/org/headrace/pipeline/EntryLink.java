package org.headrace.pipeline;

import java.net.URI;
import java.util.Optional;
import org.headrace.model.Entry;
import org.headrace.model.Link;
import org.headrace.model.Source;
import org.headrace.url.CanonicalUrl;

/** Where the article behind an entry really stands. */
final class EntryLink {
  private EntryLink() {}

  /** The same, if it may be shown to readers. */
  static Optional<URI> shown(Entry entry, Source source) {
    return of(entry).filter(link -> ShownAddress.mayBe(link, source));
  }

  /**
   * The address the feed calls canonical, where its own link is a redirect that counts readers;
   * else its link; without tracking parameters. Empty if the entry has none.
   */
  static Optional<URI> of(Entry entry) {
    return entry.links().stream()
        .filter(link -> link.rel().equals("canonical"))
        .map(Link::href)
        .findFirst()
        .flatMap(href -> CanonicalUrl.of(href, EntryBase.of(entry)))
        .or(() -> entry.link().map(link -> CanonicalUrl.of(link.toString(), link).orElse(link)));
  }
}
