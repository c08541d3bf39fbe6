package org.headrace.fetch;

import java.time.Duration;

/**
 * The terms of one kind of request.
 *
 * @param accept the {@code Accept} header
 * @param bytes most bytes taken, decoded
 * @param mayBeCut true if the first {@code bytes} are enough, false if more is a fault
 * @param textOnly true if a recording, picture or the like is turned away before it is read
 */
record Terms(String accept, Duration deadline, long bytes, boolean mayBeCut, boolean textOnly) {
  private static final String FEEDS =
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9,"
          + " application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1";
  private static final String PAGES = "text/html, application/xhtml+xml, */*;q=0.1";
  private static final String RULES = "text/plain, */*;q=0.1";

  /** RFC 9309, 2.5: at least 500 KiB must be read. */
  private static final long RULES_BYTES = 512 * 1024;

  private static final long REFUSAL_BYTES = 64 * 1024;

  static Terms of(Wanted wanted, FetchSettings settings) {
    return switch (wanted) {
      case FEED -> new Terms(FEEDS, settings.feedDeadline(), settings.feedBytes(), false, false);
      case PAGE -> new Terms(PAGES, settings.pageDeadline(), settings.pageBytes(), false, true);
    };
  }

  /** For the page that comes with a refusal. */
  Terms ofRefusal() {
    return new Terms(accept, deadline, REFUSAL_BYTES, true, false);
  }

  /** Of what a server says when it is told something, the status alone counts. */
  static Terms ofPost(FetchSettings settings) {
    return new Terms("*/*", settings.feedDeadline(), 0, true, false);
  }

  static Terms ofRobots(FetchSettings settings) {
    return new Terms(RULES, settings.pageDeadline(), RULES_BYTES, true, false);
  }
}
