package org.headrace.app;

import java.time.Duration;
import java.util.Map;

/**
 * How often the program looks whether there is work. Not how often a source is asked: that is its
 * schedule's to say.
 *
 * @param tick between two looks for hosts that are due
 * @param pages between two looks for hosts whose pages wait
 * @param housekeeping between two looks for work that nobody does
 * @param gather how long changed stories are gathered before the feeds are made
 */
public record Pace(Duration tick, Duration pages, Duration housekeeping, Duration gather) {
  public static final Pace USUAL =
      new Pace(
          Duration.ofSeconds(1),
          Duration.ofMillis(250),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1));

  public static final Pace QUICK =
      new Pace(
          Duration.ofMillis(200),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofMillis(300));

  /** As the routes name them. */
  Map<String, String> properties() {
    return Map.of(
        "poll.tick", Long.toString(tick.toMillis()),
        "page.tick", Long.toString(pages.toMillis()),
        "housekeeping.every", Long.toString(housekeeping.toMillis()),
        "publish.gather", Long.toString(gather.toMillis()));
  }
}
