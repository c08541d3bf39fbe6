package org.headrace.pipeline;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headrace.clean.HtmlCleaner;
import org.headrace.extract.ContentExtractor;
import org.headrace.model.CleanHtml;
import org.headrace.model.Extracted;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FetchOutcome.Found;
import org.headrace.model.Page;
import org.headrace.model.PageKind;
import org.headrace.model.Source;
import org.headrace.store.ArticleWork;
import org.headrace.url.CanonicalUrl;
import org.headrace.url.HostKey;

/** Reads the page behind an entry, all its parts if it has several. */
final class PageReader {
  private final Web web;
  private final ScrapeSettings settings;
  private final InstantSource clock;

  PageReader(Web web, ScrapeSettings settings, InstantSource clock) {
    this.web = web;
    this.settings = settings;
    this.clock = clock;
  }

  PageText read(ArticleWork work, URI link) {
    FetchOutcome outcome = web.page(link, work.source().trust());
    return switch (outcome) {
      case Found found -> understood(work.source(), found);
      case FetchOutcome.Postponed later -> postponed(work, later);
      case FetchOutcome.Failed failed -> failed(work, failed);
      case FetchOutcome.Blocked blocked -> new PageText.Without(blocked.reason());
      case FetchOutcome.Gone gone -> new PageText.Without(gone.reason());
      case FetchOutcome.NotModified unasked ->
          new PageText.Without("the server answered 304 to an unconditional request");
    };
  }

  private PageText understood(Source source, Found found) {
    Extracted first = extracted(found.page());
    return switch (first.kind()) {
      case ARTICLE ->
          Prose.isProse(first.text())
              ? joined(source, found.page().location(), first)
              : new PageText.Without("the page holds nothing that reads like a text");
      case CONSENT_WALL -> new PageText.Without("the page is a consent wall");
      case BOT_CHECK -> new PageText.Without("the page is a bot check");
      case PAYWALL -> new PageText.Without("the page is behind a paywall");
      case NOT_FOUND -> new PageText.Without("the page says that it does not exist");
      case NO_ARTICLE -> new PageText.Without("no article was found in the page");
    };
  }

  private PageText joined(Source source, URI location, Extracted first) {
    List<String> html = new ArrayList<>();
    List<String> text = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(CanonicalUrl.key(location)));
    Optional<Extracted> part = Optional.of(first);
    while (part.isPresent()) {
      Extracted page = part.get();
      CleanHtml clean = cleaned(page.html(), page.base());
      if (text.contains(page.text())) {
        break; // a server that answers every number with the same page
      }
      html.add(clean.value());
      text.add(page.text());
      part =
          html.size() < settings.pages()
              ? page.nextPage()
                  .filter(next -> seen.add(CanonicalUrl.key(next)))
                  .filter(next -> HostKey.of(next).equals(HostKey.of(location)))
                  .flatMap(next -> following(source, next))
              : Optional.empty();
    }
    CleanHtml whole = cleaned(String.join("\n", html), first.base());
    return new PageText.Got(first, whole, String.join("\n", text));
  }

  private static CleanHtml cleaned(String html, URI base) {
    return Desk.read(html.length(), () -> HtmlCleaner.clean(html, base));
  }

  private static Extracted extracted(Page page) {
    return Desk.read(page.body().length, () -> ContentExtractor.extract(page));
  }

  private Optional<Extracted> following(Source source, URI next) {
    return web.page(next, source.trust()) instanceof Found found
        ? Optional.of(extracted(found.page())).filter(part -> part.kind() == PageKind.ARTICLE)
        : Optional.empty();
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
