package org.headrace.app;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.headrace.config.Settings;
import org.headrace.extract.site.SiteExtractor;
import org.headrace.fetch.WebFetcher;
import org.headrace.model.FetchOutcome;
import org.headrace.model.Source;
import org.headrace.model.Trust;
import org.headrace.model.Validators;
import org.headrace.pipeline.Preview;
import org.headrace.pipeline.Previewed;
import org.headrace.pipeline.Web;

/** Asks every source once: many at once, but each host as politely as ever. */
public final class SourceTrials {
  private SourceTrials() {}

  /** What came of it, in the order of the list. */
  public static List<SourceTrial> of(List<Source> sources, Settings settings) {
    try (FetchedWeb web = new FetchedWeb(new WebFetcher(settings.fetch(), InstantSource.system()));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<SourceTrial>> waiting =
          sources.stream()
              .map(source -> threads.submit(() -> trial(source, web, settings)))
              .toList();
      List<SourceTrial> trials = new ArrayList<>();
      for (Future<SourceTrial> one : waiting) {
        trials.add(one.get());
      }
      return trials;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static SourceTrial trial(Source source, Web web, Settings settings) {
    long start = System.nanoTime();
    Noting noting = new Noting(web, source.address());
    Previewed answer =
        new Preview(noting, settings.scrape(), SiteExtractor.withoutRules(), InstantSource.system())
            .of(source, 0);
    return new SourceTrial(
        source, answer, noting.moved, Duration.ofNanos(System.nanoTime() - start));
  }

  /** Notes where the source's own address has moved to for good. */
  private static final class Noting implements Web {
    private final Web web;
    private final URI home;
    private Optional<URI> moved = Optional.empty();

    Noting(Web web, URI home) {
      this.web = web;
      this.home = home;
    }

    @Override
    public FetchOutcome feed(URI address, Validators validators, Trust trust) {
      return noted(address, web.feed(address, validators, trust));
    }

    @Override
    public FetchOutcome page(URI address, Trust trust) {
      return web.page(address, trust);
    }

    @Override
    public FetchOutcome listing(URI address, Validators validators, Trust trust) {
      return noted(address, web.listing(address, validators, trust));
    }

    @Override
    public boolean closed() {
      return web.closed();
    }

    private FetchOutcome noted(URI address, FetchOutcome outcome) {
      if (address.equals(home) && outcome instanceof FetchOutcome.Found found) {
        moved = found.permanent();
      }
      return outcome;
    }
  }
}
