package org.headrace.pipeline;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FetchOutcome.Found;
import org.headrace.model.Page;
import org.headrace.model.Trust;
import org.headrace.model.Validators;

/** The web as one preview sees it: what was fetched is at hand and not asked for again. */
final class PreviewWeb implements Web {
  private final Web web;
  private final Map<URI, Found> pages = new ConcurrentHashMap<>();

  PreviewWeb(Web web) {
    this.web = web;
  }

  /** What stood at {@code address}; empty if it was not asked, or nothing came. */
  Optional<Page> fetched(URI address) {
    return Optional.ofNullable(pages.get(address)).map(Found::page);
  }

  @Override
  public FetchOutcome feed(URI address, Validators validators, Trust trust) {
    return kept(address, web.feed(address, validators, trust));
  }

  @Override
  public FetchOutcome page(URI address, Trust trust) {
    Found found = pages.get(address);
    return found != null ? found : kept(address, web.page(address, trust));
  }

  @Override
  public FetchOutcome listing(URI address, Validators validators, Trust trust) {
    return kept(address, web.listing(address, validators, trust));
  }

  @Override
  public boolean closed() {
    return web.closed();
  }

  private FetchOutcome kept(URI address, FetchOutcome outcome) {
    if (outcome instanceof Found found) {
      pages.put(address, found);
    }
    return outcome;
  }
}
