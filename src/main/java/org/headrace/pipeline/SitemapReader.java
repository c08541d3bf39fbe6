package org.headrace.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.model.FetchOutcome.Found;
import org.headrace.model.Source;
import org.headrace.model.Validators;
import org.headrace.parse.Sitemap;
import org.headrace.parse.SitemapParser;
import org.headrace.parse.UnreadableFeedException;

/** Makes a feed of a sitemap; of a list of sitemaps from its newest parts. */
final class SitemapReader {
  private static final int MOST_PARTS = 5;
  private static final int MOST_ENTRIES = 200;

  private final Web web;

  SitemapReader(Web web) {
    this.web = web;
  }

  SourceReader.Document read(Source source, Sitemap sitemap, Found answer)
      throws UnreadableFeedException {
    return switch (sitemap) {
      case Sitemap.Pages pages -> SourceReader.Document.of(pages.feed(), answer);
      case Sitemap.Index index -> parts(source, index, answer);
    };
  }

  private SourceReader.Document parts(Source source, Sitemap.Index index, Found answer)
      throws UnreadableFeedException {
    List<Feed> read = new ArrayList<>();
    List<Sitemap.Part> asked = index.parts().stream().limit(MOST_PARTS).toList();
    for (Sitemap.Part part : asked) {
      part(source, part).ifPresent(read::add);
    }
    if (read.isEmpty()) {
      throw new UnreadableFeedException(
          index.parts().isEmpty()
              ? "this list of sitemaps is empty"
              : "none of the sitemaps that this one lists could be read");
    }
    boolean told = asked.stream().allMatch(part -> part.updated().isPresent());
    boolean whole = told && read.size() == asked.size();
    return new SourceReader.Document(joined(read), answer, whole, Optional.empty());
  }

  private Optional<Feed> part(Source source, Sitemap.Part part) throws UnreadableFeedException {
    return web.feed(part.address(), Validators.NONE, source.trust()) instanceof Found found
            && Desk.parse(found.page(), SitemapParser::parse).orElse(null)
                instanceof Sitemap.Pages pages
        ? Optional.of(pages.feed())
        : Optional.empty();
  }

  /** The newest of all parts, told with the words of the first. */
  private static Feed joined(List<Feed> parts) {
    Feed first = parts.getFirst();
    List<Entry> entries =
        parts.stream()
            .flatMap(part -> part.entries().stream())
            .sorted(Comparator.comparing(SitemapReader::date).reversed())
            .limit(MOST_ENTRIES)
            .toList();
    return new Feed(first.format(), first.encoding(), first.head(), entries, first.repairs());
  }

  private static Instant date(Entry entry) {
    return entry.published().or(entry::updated).orElse(Instant.MIN);
  }
}
