package org.headrace.pipeline;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.headrace.extract.site.SiteExtractor;
import org.headrace.extract.site.SiteReading;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FetchOutcome.Found;
import org.headrace.model.Page;
import org.headrace.model.Source;
import org.headrace.store.ArticleWork;

/** Reads the page behind an entry, all its parts if it has several. */
final class PageReader {
  private final Web web;
  private final ScrapeSettings settings;
  private final SiteExtractor sites;
  private final InstantSource clock;

  PageReader(Web web, ScrapeSettings settings, SiteExtractor sites, InstantSource clock) {
    this.web = web;
    this.settings = settings;
    this.sites = sites;
    this.clock = clock;
  }

  PageText read(ArticleWork work, URI link) {
    Source source = work.source();
    URI address =
        Desk.read(
            work.entry().body().length(),
            () -> sites.insteadOf(link, work.entry().body()).orElse(link));
    FetchOutcome outcome = asked(source, address);
    return switch (outcome) {
      case Found found -> understood(source, found);
      case FetchOutcome.Postponed later -> postponed(work, later);
      case FetchOutcome.Failed failed -> failed(work, failed);
      case FetchOutcome.Blocked blocked -> new PageText.Without(blocked.reason());
      case FetchOutcome.Gone gone -> new PageText.Without(gone.reason());
      case FetchOutcome.NotModified unasked ->
          new PageText.Without("the server answered 304 to an unconditional request");
    };
  }

  private FetchOutcome asked(Source source, URI address) {
    return web.page(address, PageAsking.trust(source, address, sites.headers(address)));
  }

  private SiteReading reading(Source source, Page page) {
    return Desk.read(page.body().length, () -> sites.read(page, source.article()));
  }

  private PageText understood(Source source, Found found) {
    SiteReading first = reading(source, found.page());
    return switch (first.found().kind()) {
      case ARTICLE ->
          Prose.isProse(first.found().text())
              ? new ArticlePages(
                      address -> asked(source, address),
                      page -> reading(source, page),
                      settings.pages())
                  .joined(found.page(), first)
              : without("the page holds nothing that reads like a text", first);
      case CONSENT_WALL -> without("the page is a consent wall", first);
      case BOT_CHECK -> without("the page is a bot check", first);
      case PAYWALL -> without("the page is behind a paywall", first);
      case NOT_FOUND -> without("the page says that it does not exist", first);
      case NO_ARTICLE -> without("no article was found in the page", first);
    };
  }

  private static PageText without(String reason, SiteReading page) {
    return new PageText.Without(
        page.remarks().isEmpty() ? reason : reason + "; " + String.join("; ", page.remarks()));
  }

  private PageText postponed(ArticleWork work, FetchOutcome.Postponed later) {
    Duration wait = later.retryAfter().orElse(pause(work));
    if (later.status() == 0 && wait.compareTo(settings.patience()) <= 0) {
      return new PageText.Unasked(clock.instant().plus(wait), later.reason());
    }
    return wait.compareTo(settings.patience()) > 0
        ? new PageText.Without(later.reason())
        : again(work, wait, later.reason());
  }

  private PageText failed(ArticleWork work, FetchOutcome.Failed failed) {
    boolean answered = failed.status() >= 400 && failed.status() < 500;
    return answered
        ? new PageText.Without(failed.reason())
        : again(work, pause(work), failed.reason());
  }

  private PageText again(ArticleWork work, Duration wait, String reason) {
    Instant until = clock.instant().plus(wait);
    return work.attempts() + 1 < settings.attempts()
        ? new PageText.Later(until, reason)
        : new PageText.Without(reason);
  }

  private Duration pause(ArticleWork work) {
    return settings.pause().multipliedBy(1L << Math.min(work.attempts(), 10));
  }
}
