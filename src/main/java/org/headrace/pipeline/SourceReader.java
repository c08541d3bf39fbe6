package org.headrace.pipeline;

import java.net.URI;
import java.util.Optional;
import org.headrace.discover.Candidate.Sign;
import org.headrace.discover.SitePage;
import org.headrace.model.Feed;
import org.headrace.model.FetchOutcome.Found;
import org.headrace.model.HubOffer;
import org.headrace.model.Page;
import org.headrace.model.PageKind;
import org.headrace.model.PageRules;
import org.headrace.model.PollOutcome;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.parse.FeedParser;
import org.headrace.parse.PageParser;
import org.headrace.parse.Sitemap;
import org.headrace.parse.SitemapParser;
import org.headrace.parse.UnreadableFeedException;
import org.headrace.push.HubChoice;

/**
 * Reads what stands at a source's address as what it is: a feed, a sitemap, a page whose entries
 * the operator's rules find, or a page of a site whose feed has to be found.
 */
final class SourceReader {
  private final FeedFinder finder;
  private final SitemapReader sitemaps;

  SourceReader(Web web) {
    this.finder = new FeedFinder(web);
    this.sitemaps = new SitemapReader(web);
  }

  /** What came of reading. */
  sealed interface Reading {}

  /**
   * A source's document, read.
   *
   * @param answer what it was read from
   * @param whole false if the same bytes need not mean the same entries
   * @param foundAt where the feed was found, if it is not what was asked for
   */
  record Document(Feed feed, Found answer, boolean whole, Optional<URI> foundAt)
      implements Reading {

    static Document of(Feed feed, Found answer) {
      return new Document(feed, answer, true, Optional.empty());
    }

    /** What sends the document's news; empty if it names nobody. */
    Optional<HubOffer> hub() {
      return HubChoice.of(answer.links(), feed.head(), answer.page().location());
    }
  }

  /** Nothing could be read; {@code outcome} says why, for the operator. */
  record Nothing(PollOutcome outcome) implements Reading {}

  /**
   * Reads an answer.
   *
   * @param before what is known of the source: one that gave a feed before is not a site
   */
  Reading read(Source source, PollState before, Found answer) {
    try {
      return source.page().isPresent()
          ? listing(source, before, answer)
          : document(source, before, answer);
    } catch (UnreadableFeedException e) {
      return nothing(kind(answer.page()), e.reason());
    }
  }

  private Reading document(Source source, PollState before, Found answer)
      throws UnreadableFeedException {
    try {
      return Document.of(Desk.parse(answer.page(), FeedParser::parse), answer);
    } catch (UnreadableFeedException noFeed) {
      Optional<Sitemap> sitemap = Desk.parse(answer.page(), SitemapParser::parse);
      return sitemap.isPresent()
          ? sitemaps.read(source, sitemap.get(), answer)
          : site(source, before, answer, noFeed.reason());
    }
  }

  private static Document listing(Source source, PollState before, Found answer)
      throws UnreadableFeedException {
    try {
      PageRules rules = source.page().orElseThrow();
      return Document.of(Desk.parse(answer.page(), page -> PageParser.parse(page, rules)), answer);
    } catch (UnreadableFeedException e) {
      String words =
          before.changed().isPresent()
              ? "the page no longer has entries"
              : "the page has no entries";
      throw new UnreadableFeedException(words + ": " + e.reason());
    }
  }

  private Reading site(Source source, PollState before, Found answer, String whatItIs) {
    PageKind kind = kind(answer.page());
    if (NoFeed.isWall(kind)) {
      return nothing(kind, whatItIs);
    }
    SitePage page = Desk.read(answer.page().body().length, () -> SitePage.of(answer.page()));
    boolean gaveFeed = before.changed().isPresent() && before.feed().isEmpty();
    if (gaveFeed || !page.isForPeople()) {
      return nothing(kind, whatItIs + namedBy(page));
    }
    Discovery discovery = finder.find(source, answer.page());
    if (discovery.feeds().isEmpty()) {
      return nothing(kind, whatItIs + nothing(discovery));
    }
    FoundFeed best = discovery.feeds().getFirst();
    return new Document(best.feed(), best.answer(), true, Optional.of(best.address()));
  }

  private static PageKind kind(Page page) {
    return Desk.read(page.body().length, () -> NoFeed.kind(page));
  }

  private static Nothing nothing(PageKind kind, String reason) {
    return new Nothing(NoFeed.outcome(kind, reason));
  }

  private static String namedBy(SitePage page) {
    return page.stated().stream()
        .findFirst()
        .map(link -> "; it names its feed: " + link.address())
        .orElse("");
  }

  /** Says that nothing was found, and what stands in the way of the feed the page names, if any. */
  private static String nothing(Discovery discovery) {
    StringBuilder words = new StringBuilder();
    discovery.refused().stream()
        .filter(refusal -> refusal.sign() == Sign.STATED)
        .findFirst()
        .ifPresent(
            refusal ->
                words
                    .append("; it names its feed: ")
                    .append(refusal.address())
                    .append(", but: ")
                    .append(refusal.reason()));
    words.append(
        "; no feed of the site was found (%d addresses asked)".formatted(discovery.asked()));
    discovery.sitemaps().stream()
        .findFirst()
        .ifPresent(
            sitemap -> words.append("; it has a sitemap, which can be a source: ").append(sitemap));
    return words.toString();
  }
}
