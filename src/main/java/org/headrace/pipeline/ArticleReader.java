package org.headrace.pipeline;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.headrace.extract.site.SiteExtractor;
import org.headrace.fingerprint.Fingerprints;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Entry;
import org.headrace.store.ArticleWork;
import org.headrace.store.PageTurn;
import org.headrace.store.ReadArticle;
import org.headrace.store.Store;
import org.headrace.store.StoreException;
import org.headrace.url.CanonicalUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns an entry into an article: its page if that gives more, else the feed's own text. */
public final class ArticleReader {
  private static final Logger LOG = LoggerFactory.getLogger(ArticleReader.class);
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final Store store;
  private final ScrapeSettings settings;
  private final InstantSource clock;
  private final Journal journal;
  private final Web web;
  private final PageReader pages;
  private final Duration gap;
  private final PollSlots slots;

  /**
   * A reader of what waits in {@code store}.
   *
   * @param gap least time between two turns of one host
   * @param atOnce most pages being read at once
   */
  public ArticleReader(
      Store store,
      Web web,
      ScrapeSettings settings,
      Duration gap,
      int atOnce,
      InstantSource clock,
      Journal journal) {
    this(store, web, settings, SiteExtractor.withoutRules(), gap, atOnce, clock, journal);
  }

  /** A reader that knows rules of sites. */
  public ArticleReader(
      Store store,
      Web web,
      ScrapeSettings settings,
      SiteExtractor sites,
      Duration gap,
      int atOnce,
      InstantSource clock,
      Journal journal) {
    this.store = store;
    this.web = web;
    this.settings = settings;
    this.clock = clock;
    this.journal = journal;
    this.pages = new PageReader(web, settings, sites, clock);
    this.gap = gap;
    this.slots = new PollSlots(atOnce);
  }

  /** Claims the hosts whose pages may be read now, no more than can be read at once. */
  public List<PageTurn> due() {
    int free = slots.free();
    if (free == 0 || web.closed()) {
      return List.of();
    }
    List<PageTurn> turns = store.pages().claim(free, LEASE, clock.instant());
    slots.take(turns.size());
    return turns;
  }

  /** Uses {@code turn} to read one entry with its page; gives it back as {@link #read} does. */
  public List<ArticleId> readPage(PageTurn turn) {
    try (LeaseKeeper keeper =
        LeaseKeeper.hold(LEASE, () -> store.pages().renew(turn, clock.instant().plus(LEASE)))) {
      List<ArticleId> read = read(turn.work());
      if (!web.closed()) {
        store.pages().end(turn, rest(turn), clock.instant());
      }
      return read;
    } finally {
      slots.giveBack();
    }
  }

  private Duration rest(PageTurn turn) {
    Duration asked = EntryLink.of(turn.work().entry()).map(web::rest).orElse(Duration.ZERO);
    return asked.compareTo(gap) > 0 ? asked : gap;
  }

  /**
   * Reads one entry that needs no page; gives it back once its text is in the store. Nothing comes
   * back if it waits for a later attempt, is read by somebody else, or was read already.
   */
  public List<ArticleId> read(ArticleId id) {
    return store.articles().claim(id, LEASE, clock.instant()).map(this::read).orElse(List.of());
  }

  private List<ArticleId> read(ArticleWork work) {
    try {
      return understood(work);
    } catch (StoreException e) {
      throw e; // what cannot be kept now is held until its lease ends
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("a fault of the program while reading {}", work.entry().id(), e);
      Instant later = clock.instant().plus(settings.patience());
      store.articles().postpone(work, later, "a fault of the program: " + e);
      return List.of();
    }
  }

  private List<ArticleId> understood(ArticleWork work) {
    int size = work.entry().body().length();
    FeedText own = Desk.read(size, () -> FeedText.of(work.entry()));
    PageText page = page(work, own);
    if (web.closed()) {
      return List.of();
    }
    if (page instanceof PageText.Unasked unasked) {
      store.articles().putOff(work, unasked.until(), unasked.reason());
      return List.of();
    }
    if (page instanceof PageText.Later later) {
      store.articles().postpone(work, later.until(), later.reason());
      return List.of();
    }
    int read = page instanceof PageText.Got got ? got.text().length() : size;
    Optional<Article> kept = kept(work, Desk.read(read, () -> ArticleDraft.of(work, own, page)));
    return kept.filter(article -> !isLeftOut(article, work.entry(), own, page))
        .map(Article::id)
        .map(List::of)
        .orElse(List.of());
  }

  /** Nobody wants to read an address, where a feed or sitemap and the page give no more. */
  private boolean isLeftOut(Article article, Entry entry, FeedText own, PageText page) {
    boolean silent =
        own.isEmpty()
            && entry.title().isBlank()
            && entry.enclosures().isEmpty()
            && entry.media().isEmpty();
    if (!silent || !(page instanceof PageText.Without without)) {
      return false;
    }
    String words = "nothing is known of it but its address; " + without.reason();
    if (store.articles().leaveOut(article.id(), words)) {
      journal.tell(new Journal.LeftOut(article, words));
    }
    return true;
  }

  private PageText page(ArticleWork work, FeedText own) {
    if (!NeededPage.isWanted(work.source(), own)) {
      return new PageText.Without("");
    }
    return EntryLink.of(work.entry())
        .map(link -> told(work, link, pages.read(work, link)))
        .orElse(new PageText.Without("the entry has no link"));
  }

  private PageText told(ArticleWork work, URI link, PageText page) {
    if (page instanceof PageText.Got got) {
      got.remarks().forEach(words -> journal.tell(new Journal.Ruled(work.source(), link, words)));
    }
    return page;
  }

  private Optional<Article> kept(ArticleWork work, ArticleDraft draft) {
    Article article = draft.article();
    Entry entry = work.entry();
    ReadArticle read =
        new ReadArticle(
            article,
            EntryLink.shown(entry, work.source()).map(CanonicalUrl::key).orElse(""),
            draft.canonical().map(CanonicalUrl::key).orElse(""),
            Fingerprints.of(article.title().value(), article.text()));
    if (!store.articles().keep(work, read, clock.instant())) {
      return Optional.empty();
    }
    journal.tell(new Journal.Read(article));
    return Optional.of(article);
  }
}
