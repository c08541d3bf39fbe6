package org.headrace.pipeline;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headrace.discover.Candidate;
import org.headrace.discover.Candidate.Scope;
import org.headrace.discover.Candidate.Sign;
import org.headrace.discover.SitePage;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FetchOutcome.Found;
import org.headrace.model.Page;
import org.headrace.model.Trust;
import org.headrace.model.Validators;
import org.headrace.parse.FeedParser;
import org.headrace.parse.UnreadableFeedException;
import org.headrace.url.CanonicalUrl;
import org.headrace.url.HostKey;

/**
 * One look for the feeds of one site. What is surest is asked first, and nothing less sure once a
 * feed of the whole site is found. A site that asks to be left alone is.
 */
final class FeedSearch {
  private static final int MOST_REQUESTS = 24;
  private static final int MOST_OF_A_KIND = 8;

  private final Web web;
  private final Trust trust;
  private final Set<String> asked = new HashSet<>();
  private final List<FoundFeed> found = new ArrayList<>();
  private final List<Discovery.Refusal> refused = new ArrayList<>();
  private final List<Page> lists = new ArrayList<>();
  private Optional<URI> site = Optional.empty();
  private List<URI> sitemaps = List.of();
  private boolean sentAway;

  FeedSearch(Web web, Trust trust) {
    this.web = web;
    this.trust = trust;
  }

  /** Looks from an address of which nothing is known. */
  Discovery from(URI address) {
    site = Optional.of(address);
    ask(SitePage.known(address));
    if (!isSettled()) {
      Optional<Page> page = read(new Candidate(address, "", Sign.NAMED, Scope.SITE));
      page.ifPresent(this::look);
    }
    return result();
  }

  /** Looks from a page that is at hand. */
  Discovery from(Page page) {
    site = Optional.of(page.location());
    asked.add(page.location().toString());
    look(page);
    return result();
  }

  private void look(Page page) {
    SitePage here = SitePage.of(page);
    ask(here.known());
    ask(here.stated());
    shown(here);
    Optional<SitePage> home = isSettled() ? Optional.empty() : home(here);
    home.ifPresent(front -> ask(front.stated()));
    home.ifPresent(this::shown);
    askUntilFound(here.usual());
    home.ifPresent(front -> askUntilFound(front.usual()));
    askUntilFound(home.orElse(here).guessed());
    sitemaps = found.isEmpty() ? sitemaps(page.location()) : List.of();
  }

  /** What people see; a link to a page that lists the feeds of the site is followed once. */
  private void shown(SitePage page) {
    if (isSettled()) {
      return;
    }
    lists.clear();
    ask(page.shown());
    for (Page list : isSettled() ? List.<Page>of() : List.copyOf(lists)) {
      SitePage feeds = SitePage.of(list);
      ask(feeds.stated());
      ask(feeds.shown());
    }
  }

  private Optional<SitePage> home(SitePage here) {
    URI home = here.home();
    if (here.isHome() || isOver() || !asked.add(home.toString())) {
      return Optional.empty();
    }
    return web.page(home, trust) instanceof Found front
        ? Optional.of(SitePage.of(front.page()))
        : Optional.empty();
  }

  /** Asks for all of one kind, if nothing surer was found. */
  private void ask(List<Candidate> candidates) {
    if (!isSettled()) {
      candidates.stream().limit(MOST_OF_A_KIND).forEach(this::read);
    }
  }

  private void askUntilFound(List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      if (isSettled()) {
        return;
      }
      read(candidate);
    }
  }

  /** The page that came instead of a feed, if one came. */
  private Optional<Page> read(Candidate candidate) {
    if (isOver() || !asked.add(candidate.address().toString())) {
      return Optional.empty();
    }
    FetchOutcome outcome = web.feed(candidate.address(), Validators.NONE, trust);
    return switch (outcome) {
      case Found answer -> read(candidate, answer);
      case FetchOutcome.Postponed later -> {
        sentAway = true;
        yield none(candidate, later.reason());
      }
      case FetchOutcome.Blocked blocked -> none(candidate, blocked.reason());
      case FetchOutcome.Gone gone -> none(candidate, gone.reason());
      case FetchOutcome.Failed failed -> none(candidate, failed.reason());
      case FetchOutcome.NotModified unasked ->
          none(candidate, "said to be unchanged, though nothing was known of it");
    };
  }

  private Optional<Page> read(Candidate candidate, Found answer) {
    try {
      Feed feed = Desk.parse(answer.page(), FeedParser::parse);
      if (!isOurs(candidate, answer.page().location(), feed)) {
        return none(candidate, "this is the feed of another site");
      }
      URI address = answer.permanent().orElse(candidate.address());
      Scope scope = FeedRanking.scope(feed, candidate.scope());
      found.add(new FoundFeed(address, candidate.sign(), scope, answer, feed));
      return Optional.empty();
    } catch (UnreadableFeedException e) {
      none(candidate, e.reason());
      if (candidate.sign() == Sign.SHOWN && isOfSite(answer.page().location())) {
        lists.add(answer.page());
      }
      return Optional.of(answer.page());
    }
  }

  private Optional<Page> none(Candidate candidate, String reason) {
    refused.add(new Discovery.Refusal(candidate.address(), candidate.sign(), reason));
    return Optional.empty();
  }

  /**
   * The publisher's word in a head stands. What a link for people or a guess leads to on another
   * host is ours only if it leads back to us.
   */
  private boolean isOurs(Candidate candidate, URI location, Feed feed) {
    boolean named = candidate.sign().compareTo(Sign.SHOWN) < 0;
    return named
        || isOfSite(location)
        || feed.head().link().filter(this::isOfSite).isPresent()
        || feed.entries().stream()
            .map(Entry::link)
            .flatMap(Optional::stream)
            .anyMatch(this::isOfSite);
  }

  private boolean isOfSite(URI address) {
    return site.filter(ours -> HostKey.of(ours).equals(HostKey.of(address))).isPresent();
  }

  private boolean isSettled() {
    return found.stream()
        .anyMatch(feed -> feed.scope() == Scope.SITE && !feed.feed().entries().isEmpty());
  }

  private boolean isOver() {
    return sentAway || asked.size() > MOST_REQUESTS || web.closed();
  }

  private Discovery result() {
    return new Discovery(FeedRanking.ranked(found), refused, sitemaps, asked.size());
  }

  private List<URI> sitemaps(URI ours) {
    Optional<URI> robots = CanonicalUrl.resolve("/robots.txt", ours);
    return robots.isPresent()
            && !isOver()
            && web.feed(robots.get(), Validators.NONE, trust) instanceof Found answer
        ? SitePage.sitemaps(answer.page())
        : List.of();
  }
}
