package org.headrace.app;

import java.net.URI;
import java.time.InstantSource;
import org.headrace.fetch.FetchSettings;
import org.headrace.fetch.WebFetcher;
import org.headrace.pipeline.Discovery;
import org.headrace.pipeline.FeedFinder;

/** Looks for the feeds of a site on the real web, without the rest of the program. */
public final class SiteLook {
  private SiteLook() {}

  /**
   * What is found from {@code address}.
   *
   * @param privateNetwork whether the server at {@code address} may lie inside the operator's own
   *     network
   */
  public static Discovery at(URI address, FetchSettings settings, boolean privateNetwork) {
    try (FetchedWeb web = new FetchedWeb(new WebFetcher(settings, InstantSource.system()))) {
      return new FeedFinder(web).find(address, privateNetwork);
    }
  }
}
