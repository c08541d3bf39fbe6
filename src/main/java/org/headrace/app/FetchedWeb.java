package org.headrace.app;

import java.net.URI;
import org.headrace.fetch.FetchRequest;
import org.headrace.fetch.Wanted;
import org.headrace.fetch.WebFetcher;
import org.headrace.model.FetchOutcome;
import org.headrace.model.Validators;
import org.headrace.pipeline.Web;

/** The real web, asked through {@code fetch}. */
record FetchedWeb(WebFetcher fetcher) implements Web {

  @Override
  public FetchOutcome feed(URI address, Validators validators, boolean privateNetwork) {
    return fetcher.fetch(new FetchRequest(address, validators, Wanted.FEED, privateNetwork));
  }

  @Override
  public FetchOutcome page(URI address, boolean privateNetwork) {
    return fetcher.fetch(new FetchRequest(address, Validators.NONE, Wanted.PAGE, privateNetwork));
  }
}
