package org.headrace.app;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.headrace.fetch.FetchRequest;
import org.headrace.fetch.PostRequest;
import org.headrace.fetch.Wanted;
import org.headrace.fetch.WebFetcher;
import org.headrace.model.FetchOutcome;
import org.headrace.model.PostOutcome;
import org.headrace.model.Trust;
import org.headrace.model.Validators;
import org.headrace.pipeline.Web;

/** The real web, asked through {@code fetch}. */
final class FetchedWeb implements Web, AutoCloseable {
  private final WebFetcher fetcher;
  private volatile boolean closed;

  FetchedWeb(WebFetcher fetcher) {
    this.fetcher = fetcher;
  }

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

  /** Lets a host rest that asked for it before this process began. */
  void rest(String host, Instant until) {
    fetcher.rest(host, until);
  }

  @Override
  public FetchOutcome listing(URI address, Validators validators, Trust trust) {
    return fetcher.fetch(new FetchRequest(address, validators, Wanted.PAGE, trust));
  }

  @Override
  public PostOutcome tell(URI address, Map<String, String> fields, Trust trust) {
    return fetcher.post(new PostRequest(address, fields, trust));
  }

  @Override
  public boolean closed() {
    return closed;
  }

  /** Ends what is under way, without waiting for it. */
  @Override
  public void close() {
    closed = true;
    fetcher.close();
  }
}
