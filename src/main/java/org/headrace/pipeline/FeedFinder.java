package org.headrace.pipeline;

import java.net.URI;
import java.util.Optional;
import org.headrace.model.Page;
import org.headrace.model.Source;
import org.headrace.model.Trust;

/** Finds the feeds of a site from any of its pages: each is read before it is believed. */
public final class FeedFinder {
  private final Web web;

  /** A finder that asks {@code web}. */
  public FeedFinder(Web web) {
    this.web = web;
  }

  /**
   * Looks from an address: that of a feed, or of any page of a site.
   *
   * @param privateNetwork whether the server at {@code address} may lie inside the operator's own
   *     network; no other may
   */
  public Discovery find(URI address, boolean privateNetwork) {
    return new FeedSearch(web, new Trust(address, privateNetwork, Optional.empty())).from(address);
  }

  /** Looks from a page of a source that was fetched already. */
  Discovery find(Source source, Page page) {
    return new FeedSearch(web, source.trust()).from(page);
  }
}
