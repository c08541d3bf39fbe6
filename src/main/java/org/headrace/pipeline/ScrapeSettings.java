package org.headrace.pipeline;

import java.time.Duration;

/**
 * How the pages behind entries are read.
 *
 * @param attempts how often a page that cannot be had is asked for before the feed's own text is
 *     taken
 * @param pause between the first two attempts; doubles each time
 * @param patience the longest wait a server may ask for before the feed's own text is taken
 * @param pages at most so many pages of one article are joined
 */
public record ScrapeSettings(int attempts, Duration pause, Duration patience, int pages) {
  /** What is used unless the operator says otherwise. */
  public static final ScrapeSettings DEFAULT =
      new ScrapeSettings(3, Duration.ofSeconds(30), Duration.ofHours(1), 10);
}
