package org.headrace.pipeline;

import java.net.URI;
import java.util.function.Predicate;
import org.headrace.model.Page;

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
   * @param mayBePrivate which addresses may lie inside the operator's own network
   */
  public Discovery find(URI address, Predicate<URI> mayBePrivate) {
    return new FeedSearch(web, mayBePrivate).from(address);
  }

  /** Looks from a page that was fetched already. */
  public Discovery find(Page page, Predicate<URI> mayBePrivate) {
    return new FeedSearch(web, mayBePrivate).from(page);
  }
}
