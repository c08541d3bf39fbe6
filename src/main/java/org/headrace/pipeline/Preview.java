package org.headrace.pipeline;

import java.net.URI;
import java.text.BreakIterator;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.headrace.clean.HtmlCleaner;
import org.headrace.extract.ContentExtractor;
import org.headrace.extract.site.SiteExtractor;
import org.headrace.filter.Filter;
import org.headrace.filter.Verdict;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FetchOutcome.Found;
import org.headrace.model.Page;
import org.headrace.model.PageKind;
import org.headrace.model.PollOutcome;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.TextOrigin;
import org.headrace.model.Validators;
import org.headrace.parse.FeedParser;
import org.headrace.parse.UnreadableFeedException;
import org.headrace.store.ArticleWork;

/** Shows what would be published of an address, by the ordinary steps, and keeps nothing. */
public final class Preview {
  private final PreviewWeb web;
  private final PageReader pages;
  private final InstantSource clock;

  /** A preview of what {@code web} has. */
  public Preview(Web web, ScrapeSettings settings, SiteExtractor sites, InstantSource clock) {
    this.web = new PreviewWeb(web);
    this.pages = new PageReader(this.web, settings, sites, clock);
    this.clock = clock;
  }

  /**
   * Shows the feed of a source, with the first {@code most} articles; if there is an article at its
   * address instead, that.
   */
  public Previewed of(Source source, int most) {
    FetchOutcome outcome =
        source.page().isPresent()
            ? web.listing(source.address(), Validators.NONE, source.trust())
            : web.feed(source.address(), Validators.NONE, source.trust());
    return switch (outcome) {
      case Found found -> read(source, found, most);
      case FetchOutcome.Postponed later -> new Previewed.Nothing(later.reason());
      case FetchOutcome.Blocked blocked -> new Previewed.Nothing(blocked.reason());
      case FetchOutcome.Gone gone -> new Previewed.Nothing(gone.reason());
      case FetchOutcome.Failed failed -> new Previewed.Nothing(failed.reason());
      case FetchOutcome.NotModified unasked -> new Previewed.Nothing("unchanged");
    };
  }

  private Previewed read(Source source, Found found, int most) {
    if (source.page().isEmpty() && isArticle(found.page())) {
      Entry entry = Entry.builder().id(source.address().toString()).link(source.address()).build();
      return new Previewed.OfPage(sample(source, entry));
    }
    return switch (new SourceReader(web).read(source, PollState.NEW, found)) {
      case SourceReader.Document document ->
          new Previewed.OfFeed(
              document.foundAt().orElse(source.address()),
              document.feed(),
              samples(source, document.feed(), most));
      case SourceReader.Nothing nothing -> new Previewed.Nothing(words(nothing.outcome()));
    };
  }

  private static String words(PollOutcome outcome) {
    return PollWords.of(outcome);
  }

  private static boolean isArticle(Page page) {
    try {
      Desk.parse(page, FeedParser::parse);
      return false;
    } catch (UnreadableFeedException noFeed) {
      return Desk.read(
          page.body().length, () -> ContentExtractor.extract(page).kind() == PageKind.ARTICLE);
    }
  }

  private List<Previewed.Sample> samples(Source source, Feed feed, int most) {
    List<Previewed.Sample> samples = new ArrayList<>();
    for (Entry entry : feed.entries().stream().limit(most).toList()) {
      samples.add(sample(source, entry));
    }
    return samples;
  }

  private Previewed.Sample sample(Source source, Entry entry) {
    int size = entry.body().length();
    FeedText own = Desk.read(size, () -> FeedText.of(entry));
    ArticleWork work = new ArticleWork(new ArticleId(0), source, entry, clock.instant(), 0, 0);
    PageText page = page(work, own);
    Article article = Desk.read(size, () -> ArticleDraft.of(work, own, page)).article();
    Optional<Previewed.Harvest> harvest =
        EntryLink.of(entry)
            .flatMap(web::fetched)
            .filter(found -> article.origin() == TextOrigin.PAGE)
            .map(found -> Desk.read(found.body().length, () -> harvest(found, article)));
    return new Previewed.Sample(article, dropped(source, article), harvest);
  }

  private PageText page(ArticleWork work, FeedText own) {
    if (!NeededPage.isWanted(work.source(), own)) {
      return new PageText.Without("");
    }
    PageText page =
        EntryLink.of(work.entry())
            .map((URI link) -> pages.read(work, link))
            .orElse(new PageText.Without("the entry has no link"));
    return switch (page) {
      case PageText.Later later -> new PageText.Without(later.reason());
      case PageText.Unasked unasked -> new PageText.Without(unasked.reason());
      case PageText.Got got -> got;
      case PageText.Without without -> without;
    };
  }

  private static Optional<String> dropped(Source source, Article article) {
    return source.rules().isEmpty()
        ? Optional.empty()
        : switch (Filter.of(source.rules()).verdict(article, article.seen())) {
          case Verdict.Kept kept -> Optional.empty();
          case Verdict.Dropped dropped -> Optional.of(dropped.rule());
        };
  }

  private static Previewed.Harvest harvest(Page page, Article article) {
    String whole =
        HtmlCleaner.text(HtmlCleaner.clean(ContentExtractor.decode(page), page.location()));
    Set<String> kept = new HashSet<>(article.text().lines().map(String::strip).toList());
    List<String> removed =
        whole
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !kept.contains(line))
            .toList();
    return new Previewed.Harvest(words(whole), words(article.text()), removed);
  }

  private static int words(String text) {
    BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
    breaks.setText(text);
    int words = 0;
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      words += Character.isLetterOrDigit(text.codePointAt(start)) ? 1 : 0;
    }
    return words;
  }
}
