package org.headrace.pipeline;

import java.net.URI;
import java.util.List;
import org.headrace.discover.Candidate.Sign;

/**
 * What came of looking for the feeds of a site.
 *
 * @param feeds the best first; each content once
 * @param refused addresses that were asked and are none, in the order asked
 * @param sitemaps lists of its pages that the site names; they can be sources, too; not sought
 *     where there is a feed
 * @param asked how many addresses were asked
 */
public record Discovery(
    List<FoundFeed> feeds, List<Refusal> refused, List<URI> sitemaps, int asked) {

  public Discovery {
    feeds = List.copyOf(feeds);
    refused = List.copyOf(refused);
    sitemaps = List.copyOf(sitemaps);
  }

  /** Why an address is not that of a feed, in words for the operator. */
  public record Refusal(URI address, Sign sign, String reason) {}
}
