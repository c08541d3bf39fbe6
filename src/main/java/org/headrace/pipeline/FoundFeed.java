package org.headrace.pipeline;

import java.net.URI;
import org.headrace.discover.Candidate.Scope;
import org.headrace.discover.Candidate.Sign;
import org.headrace.model.Feed;
import org.headrace.model.FetchOutcome;

/**
 * A feed that was sought, found and read.
 *
 * @param address where to ask for it from now on
 * @param sign what led there
 * @param scope what it carries
 * @param answer what the server sent
 */
public record FoundFeed(URI address, Sign sign, Scope scope, FetchOutcome.Found answer, Feed feed) {

  /** Characters of text that an entry has on average, markup included. */
  public int textPerEntry() {
    return feed.entries().isEmpty()
        ? 0
        : (int)
            feed.entries().stream().mapToInt(entry -> entry.body().length()).average().orElse(0);
  }
}
