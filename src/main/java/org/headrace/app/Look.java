package org.headrace.app;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import org.headrace.config.Settings;
import org.headrace.extract.site.SiteExtractor;
import org.headrace.fetch.WebFetcher;
import org.headrace.model.Source;
import org.headrace.pipeline.Discovery;
import org.headrace.pipeline.FeedFinder;
import org.headrace.pipeline.Preview;
import org.headrace.pipeline.Previewed;

/** Looks at the real web, politely, without the rest of the program. */
public final class Look implements AutoCloseable {
  private final FetchedWeb web;
  private final Settings settings;

  /** Looks as {@code settings} want it: with their contact, limits and pauses. */
  public Look(Settings settings) {
    this.settings = settings;
    this.web = new FetchedWeb(new WebFetcher(settings.fetch(), InstantSource.system()));
  }

  /**
   * The feeds that are found from {@code address}.
   *
   * @param privateNetwork whether the server there may lie inside the operator's own network
   */
  public Discovery feeds(URI address, boolean privateNetwork) {
    return new FeedFinder(web).find(address, privateNetwork);
  }

  /**
   * What would be published of a source: the first {@code most} articles.
   *
   * @throws IOException if the rules for sites cannot be read
   */
  public Previewed preview(Source source, int most) throws IOException {
    return new Preview(
            web, settings.scrape(), SiteExtractor.of(settings.rules()), InstantSource.system())
        .of(source, most);
  }

  @Override
  public void close() {
    web.close();
  }
}
