package org.headrace.pipeline;

import java.net.URI;
import java.util.Optional;
import org.headrace.discover.Candidate.Sign;
import org.headrace.discover.SitePage;
import org.headrace.model.Feed;
import org.headrace.model.FetchOutcome.Found;
import org.headrace.model.HubOffer;
import org.headrace.model.PageRules;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.StableHash;
import org.headrace.model.Validators;
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

  /**
   * A source's document, read.
   *
   * @param validators to ask with next time
   * @param bodyHash of what was read; 0 if the same bytes need not mean the same entries
   * @param foundAt where the feed was found, if it is not what was asked for
   * @param hub what sends the feed's news; empty if it names none
   */
  record Document(
      Feed feed,
      Validators validators,
      long bodyHash,
      Optional<URI> foundAt,
      Optional<HubOffer> hub) {

    static Document of(Feed feed, Found answer) {
      return new Document(
          feed,
          answer.validators(),
          StableHash.of(answer.page().body()),
          Optional.empty(),
          Optional.empty());
    }

    /** The same, for a document that is a feed itself. */
    private static Document ofFeed(Feed feed, Found answer) {
      Document plain = of(feed, answer);
      return new Document(
          feed,
          plain.validators,
          plain.bodyHash,
          plain.foundAt,
          HubChoice.of(answer.links(), feed.head(), answer.page().location()));
    }
  }

  /**
   * Reads an answer.
   *
   * @param before what is known of the source: one that gave a feed before is not a site
   * @throws UnreadableFeedException if there is nothing to be read; the message is for the operator
   */
  Document read(Source source, PollState before, Found answer) throws UnreadableFeedException {
    if (source.page().isPresent()) {
      return page(source, before, answer);
    }
    try {
      return Document.ofFeed(Desk.parse(answer.page(), FeedParser::parse), answer);
    } catch (UnreadableFeedException noFeed) {
      Optional<Sitemap> sitemap = Desk.parse(answer.page(), SitemapParser::parse);
      return sitemap.isPresent()
          ? sitemaps.read(source, sitemap.get(), answer)
          : site(source, before, answer, noFeed.reason());
    }
  }

  private static Document page(Source source, PollState before, Found answer)
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

  private Document site(Source source, PollState before, Found answer, String whatItIs)
      throws UnreadableFeedException {
    if (NoFeed.isWall(answer.page())) {
      throw new UnreadableFeedException(whatItIs);
    }
    SitePage page = SitePage.of(answer.page());
    boolean gaveFeed = before.changed().isPresent() && before.feed().isEmpty();
    if (gaveFeed || !page.isForPeople()) {
      throw new UnreadableFeedException(whatItIs + namedBy(page));
    }
    Discovery discovery = finder.find(source, answer.page());
    if (discovery.feeds().isEmpty()) {
      throw new UnreadableFeedException(whatItIs + nothing(discovery));
    }
    FoundFeed best = discovery.feeds().getFirst();
    Document found = Document.ofFeed(best.feed(), best.answer());
    return new Document(
        best.feed(),
        found.validators(),
        found.bodyHash(),
        Optional.of(best.address()),
        found.hub());
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
