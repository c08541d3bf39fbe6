package org.headrace.extract.site;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.headrace.extract.ContentExtractor;
import org.headrace.extract.site.SiteConfig.Guarded;
import org.headrace.extract.site.SiteReading.Part;
import org.headrace.model.ArticleRules;
import org.headrace.model.Extracted;
import org.headrace.model.PageKind;
import org.headrace.url.CanonicalUrl;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What rules find in a page beside its body.
 *
 * @param title empty if none
 * @param own what of it the operator's short rules found
 */
record FoundParts(
    String title,
    List<String> authors,
    Optional<OffsetDateTime> published,
    Optional<URI> wholeView,
    Optional<URI> nextPage,
    boolean advertising,
    Set<Part> own) {
  private static final int LONGEST_TITLE = 400;
  private static final int MOST_AUTHORS = 12;

  static FoundParts of(
      Document page,
      URI base,
      Optional<SiteConfig> config,
      Optional<ArticleRules> rules,
      Patience patience) {
    Set<Part> own = EnumSet.noneOf(Part.class);
    String site = config.map(SiteConfig::name).orElse("");
    List<String> titles = selected(page, rules.map(ArticleRules::title), patience);
    List<String> authors = selected(page, rules.map(ArticleRules::author), patience);
    Optional<OffsetDateTime> published =
        dated(page, rules.map(ArticleRules::published), patience)
            .flatMap(FoundParts::date)
            .findFirst();
    note(own, Part.TITLE, !titles.isEmpty());
    note(own, Part.AUTHOR, !authors.isEmpty());
    note(own, Part.PUBLISHED, published.isPresent());
    if (titles.isEmpty()) {
      titles = first(page, config.map(SiteConfig::title), patience);
    }
    if (authors.isEmpty()) {
      authors = first(page, config.map(SiteConfig::author), patience);
    }
    if (published.isEmpty()) {
      published =
          config.map(SiteConfig::published).orElse(List.of()).stream()
              .flatMap(path -> path.texts(page, patience).stream())
              .flatMap(FoundParts::date)
              .findFirst();
    }
    return new FoundParts(
        titles.stream().filter(title -> title.length() <= LONGEST_TITLE).findFirst().orElse(""),
        ContentExtractor.people(authors.stream().limit(MOST_AUTHORS).toList(), site),
        published,
        config.flatMap(known -> link(page, base, known.wholeView(), patience)),
        config.flatMap(known -> link(page, base, known.nextPage(), patience)),
        config.stream()
            .flatMap(known -> known.advertising().stream())
            .anyMatch(path -> path.holds(page, patience)),
        own);
  }

  private static void note(Set<Part> own, Part part, boolean found) {
    if (found) {
      own.add(part);
    }
  }

  private static Stream<OffsetDateTime> date(String words) {
    return ContentExtractor.date(words).stream();
  }

  private static List<String> selected(
      Document page, Optional<String> selector, Patience patience) {
    return selector.flatMap(PageSelector::of).stream()
        .flatMap(read -> read.all(page, patience).stream())
        .map(found -> found.nameIs("meta") ? found.attr("content") : found.text())
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** What is written for programs goes before what is written for people. */
  private static Stream<String> dated(Document page, Optional<String> selector, Patience patience) {
    return selector.flatMap(PageSelector::of).stream()
        .flatMap(read -> read.all(page, patience).stream())
        .flatMap(
            found ->
                Stream.of(
                    found.attr("datetime"),
                    found.attr("content"),
                    found.attr("title"),
                    found.text()))
        .filter(text -> !text.isBlank());
  }

  private static List<String> first(
      Document page, Optional<List<PagePath>> paths, Patience patience) {
    return paths.orElse(List.of()).stream()
        .map(path -> path.texts(page, patience))
        .filter(texts -> !texts.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static Optional<URI> link(
      Document page, URI base, List<Guarded> links, Patience patience) {
    return links.stream()
        .filter(link -> link.condition().map(needed -> needed.holds(page, patience)).orElse(true))
        .flatMap(link -> addresses(page, link.path(), patience))
        .flatMap(reference -> CanonicalUrl.resolve(reference, base).stream())
        .findFirst();
  }

  /** A link's address, or the text if the path gives one. */
  static Stream<String> addresses(Document page, PagePath path, Patience patience) {
    List<Element> elements = path.elements(page, patience);
    Stream<String> references =
        elements.isEmpty()
            ? path.texts(page, patience).stream()
            : elements.stream()
                .map(
                    found ->
                        Stream.of("href", "src", "data-url", "content")
                            .map(found::attr)
                            .filter(value -> !value.isBlank())
                            .findFirst()
                            .orElse(""));
    return references.map(String::strip).filter(reference -> !reference.isEmpty());
  }

  /** {@code otherwise} with what was found in place of its own. */
  Extracted over(
      Extracted otherwise, PageKind kind, String html, String text, Optional<URI> image) {
    return new Extracted(
        kind,
        html,
        text,
        title.isEmpty() ? otherwise.title() : title,
        authors.isEmpty() ? otherwise.authors() : authors,
        published.or(otherwise::published),
        otherwise.modified(),
        image,
        otherwise.siteName(),
        otherwise.language(),
        otherwise.canonical(),
        otherwise.section(),
        otherwise.nextPage(),
        otherwise.base());
  }
}
