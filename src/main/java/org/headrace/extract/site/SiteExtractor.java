package org.headrace.extract.site;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.headrace.extract.ContentExtractor;
import org.headrace.model.ArticleRules;
import org.headrace.model.Extracted;
import org.headrace.model.Page;
import org.headrace.model.PageKind;
import org.headrace.url.CanonicalUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Finds the article in a page with all that is known of its site: the short rules of its source,
 * then the rules of the site, then the extractor's own eyes.
 */
public final class SiteExtractor {
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final Optional<ArticleRules> NO_RULES = Optional.empty();
  private static final int LONGEST_FEED_TEXT = 1_000_000;

  private final SiteRules sites;

  private SiteExtractor(SiteRules sites) {
    this.sites = sites;
  }

  /**
   * With the rules that {@code settings} name.
   *
   * @throws IOException if one of them is a file that is no zip file
   */
  public static SiteExtractor of(RuleSettings settings) throws IOException {
    return new SiteExtractor(SiteRules.of(settings));
  }

  /** Without rules of sites. */
  public static SiteExtractor withoutRules() {
    return new SiteExtractor(SiteRules.NONE);
  }

  /** Why {@code selector} is no CSS selector that can be used; empty if it is one. */
  public static Optional<String> fault(String selector) {
    return PageSelector.fault(selector);
  }

  /**
   * Reads a page.
   *
   * @param rules the short rules of its source
   */
  public SiteReading read(Page page, Optional<ArticleRules> rules) {
    String html = ContentExtractor.decode(page);
    Extracted generic = ContentExtractor.extract(page, html);
    SiteReading plain = new SiteReading(generic, Optional.empty(), Set.of(), List.of());
    if (generic.kind() == PageKind.BOT_CHECK || generic.kind() == PageKind.CONSENT_WALL) {
      return plain;
    }
    String host = host(page.location());
    Optional<SiteConfig> own = sites.own(host);
    SiteReading reading =
        own.isEmpty() && rules.isEmpty()
            ? plain
            : RuledPage.read(page, html, generic, own, rules).reading();
    return withWholeView(page, html, ruled(page, html, generic, reading));
  }

  private SiteReading ruled(Page page, String html, Extracted generic, SiteReading reading) {
    return sites
        .lent(host(page.location()))
        .filter(lent -> LentRules.areWanted(lent, reading))
        .map(
            lent ->
                LentRules.fill(
                    reading,
                    RuledPage.read(page, html, generic, Optional.of(lent), NO_RULES).reading()))
        .orElse(reading);
  }

  private static SiteReading withWholeView(Page page, String html, SiteReading reading) {
    if (reading.wholeView().isPresent() || reading.found().nextPage().isEmpty()) {
      return reading;
    }
    Document document = Jsoup.parse(html, page.location().toString());
    return new SiteReading(
        reading.found(),
        WholeView.of(document, page.location(), reading.found().base()),
        reading.own(),
        reading.remarks());
  }

  /**
   * Where to read instead of {@code link}, by the link's rules for the text in the feed.
   *
   * @param feedHtml that text
   */
  public Optional<URI> insteadOf(URI link, String feedHtml) {
    Optional<SiteConfig> config = of(link);
    if (config.isEmpty()
        || config.get().wholeViewInFeed().isEmpty()
        || feedHtml.length() > LONGEST_FEED_TEXT) {
      return Optional.empty();
    }
    Document text = Jsoup.parseBodyFragment(feedHtml, link.toString());
    Patience patience = Patience.of(LONGEST);
    try {
      return config.get().wholeViewInFeed().stream()
          .flatMap(path -> FoundParts.addresses(text, path, patience))
          .flatMap(reference -> CanonicalUrl.resolve(reference, link).stream())
          .findFirst();
    } catch (Patience.LostException lost) {
      return Optional.empty();
    }
  }

  /** Headers that the rules of its site want in a request for {@code address}; in lower case. */
  public Map<String, String> headers(URI address) {
    return of(address).map(SiteConfig::headers).orElse(Map.of());
  }

  private Optional<SiteConfig> of(URI address) {
    String host = host(address);
    return sites.own(host).or(() -> sites.lent(host));
  }

  private static String host(URI address) {
    return Objects.requireNonNullElse(address.getHost(), "");
  }
}
