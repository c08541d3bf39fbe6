package org.headrace.manners;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.headrace.fetch.FakeNetwork;
import org.headrace.fetch.FetchRequest;
import org.headrace.fetch.FetchSettings;
import org.headrace.fetch.Wanted;
import org.headrace.fetch.WebFetcher;
import org.headrace.model.Every;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FullText;
import org.headrace.model.HostTurn;
import org.headrace.model.Source;
import org.headrace.model.Trust;
import org.headrace.model.Validators;
import org.headrace.pipeline.ArticleReader;
import org.headrace.pipeline.PollRoom;
import org.headrace.pipeline.ScrapeSettings;
import org.headrace.pipeline.SourcePoll;
import org.headrace.pipeline.Web;
import org.headrace.schedule.PollSettings;
import org.headrace.store.PageTurn;
import org.headrace.store.Store;
import org.headrace.store.StoreSettings;

/**
 * Days of many sources on a fake clock: the real polls, pages, turns, store, schedule and fetching,
 * without sockets. The first day is for learning, the rest is measured.
 */
final class Simulation {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final int AT_ONCE = 1_000;

  private Simulation() {}

  /**
   * What was seen.
   *
   * @param requests of all kinds
   * @param fresh minutes from publication to discovery of each entry, ascending
   * @param unfound entries published an hour before the end or earlier that were never found
   */
  record Result(String name, Internet internet, int requests, List<Found> fresh, int unfound) {
    double median() {
      return median(fresh);
    }

    double median(Kind kind) {
      return median(fresh.stream().filter(one -> one.kind() == kind).toList());
    }

    double mean() {
      return fresh.stream().mapToDouble(Found::minutes).average().orElse(0);
    }

    double unchangedShare() {
      return internet.unchangedPolls == 0
          ? 1
          : (double) internet.unchangedAnswers / internet.unchangedPolls;
    }

    private static double median(List<Found> of) {
      return of.isEmpty() ? 0 : of.get(of.size() / 2).minutes();
    }
  }

  /** An entry, so long after its publication. */
  record Found(Kind kind, double minutes) {}

  static Result run(String name, Every every, int sources, int days, long seed, Path folder) {
    Instant end = START.plus(Duration.ofDays(days));
    Instant counted = START.plus(Duration.ofDays(1));
    List<Site> sites = Site.sites(sources, seed, START, end);
    Internet internet = new Internet(sites, counted);
    FakeNetwork network = new FakeNetwork(internet::answer, START);
    FetchSettings settings = FetchSettings.standard("0", "https://operator.example/");
    try (WebFetcher fetcher = network.fetcher(settings);
        Store store = Store.open(new StoreSettings(folder.toString()))) {
      store.sources().sync(sites.stream().map(site -> source(site, every)).toList(), START);
      pass(network, store, new Asked(fetcher), settings.gap(), end);
    }
    return result(name, internet, sites, counted, end);
  }

  private static void pass(FakeNetwork network, Store store, Web web, Duration gap, Instant end) {
    SourcePoll poll =
        new SourcePoll(
            store, web, PollSettings.DEFAULT, new PollRoom(gap, AT_ONCE), network, event -> {});
    ArticleReader reader =
        new ArticleReader(store, web, ScrapeSettings.DEFAULT, gap, AT_ONCE, network, event -> {});
    for (Instant tick = START; tick.isBefore(end); tick = tick.plusSeconds(1)) {
      network.set(tick);
      for (HostTurn turn : poll.due()) {
        network.set(tick);
        poll.poll(turn);
      }
      network.set(tick);
      for (PageTurn turn : reader.due()) {
        network.set(tick);
        reader.readPage(turn);
      }
    }
  }

  private static Source source(Site site, Every every) {
    return new Source(
        site.address.toString(),
        site.address,
        List.of(),
        every,
        site.withPages ? FullText.AUTO : FullText.NEVER,
        false,
        List.of());
  }

  private static Result result(
      String name, Internet internet, List<Site> sites, Instant counted, Instant end) {
    List<Found> fresh = new ArrayList<>();
    int unfound = 0;
    for (Site site : sites) {
      if (site.trouble != Site.Trouble.NONE && site.trouble != Site.Trouble.MOVED) {
        continue;
      }
      for (Instant published : site.published(counted, end)) {
        Optional<Instant> found = Optional.ofNullable(site.found.get(published));
        Duration wait = Duration.between(published, found.orElse(end));
        boolean late = found.isEmpty() && published.isBefore(end.minus(Duration.ofHours(1)));
        unfound += late ? 1 : 0;
        if (found.isPresent() || late) {
          fresh.add(new Found(site.kind, wait.toMillis() / 60_000.0));
        }
      }
    }
    fresh.sort((one, other) -> Double.compare(one.minutes(), other.minutes()));
    int requests = internet.polls + internet.robots + internet.pages;
    return new Result(name, internet, requests, Collections.unmodifiableList(fresh), unfound);
  }

  /** The real fetcher as the pipeline knows it. */
  private record Asked(WebFetcher fetcher) implements Web {
    @Override
    public FetchOutcome feed(URI address, Validators validators, Trust trust) {
      return fetcher.fetch(new FetchRequest(address, validators, Wanted.FEED, trust));
    }

    @Override
    public FetchOutcome page(URI address, Trust trust) {
      return fetcher.fetch(new FetchRequest(address, Validators.NONE, Wanted.PAGE, trust));
    }

    @Override
    public Duration rest(URI address) {
      return fetcher.rest(address);
    }

    @Override
    public boolean closed() {
      return false;
    }
  }
}
