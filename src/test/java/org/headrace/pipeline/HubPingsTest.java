package org.headrace.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.FetchOutcome;
import org.headrace.model.PostOutcome;
import org.headrace.model.Trust;
import org.headrace.model.Validators;
import org.junit.jupiter.api.Test;

class HubPingsTest {
  private static final String HUB = "https://hub.example/";
  private static final String FEED = "https://news.example/feed.atom";
  private static final String OTHER = "https://news.example/feed.rss";

  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private PostOutcome answer = new PostOutcome.Taken(204);
  private final List<String> told = new ArrayList<>();
  private final HubPings pings =
      new HubPings(List.of(HUB), new TellingWeb(), (InstantSource) () -> now);

  /** Takes what is told and is asked nothing. */
  private final class TellingWeb implements Web {
    @Override
    public FetchOutcome feed(URI address, Validators validators, Trust trust) {
      throw new IllegalStateException("nothing is asked here");
    }

    @Override
    public FetchOutcome page(URI address, Trust trust) {
      throw new IllegalStateException("nothing is asked here");
    }

    @Override
    public PostOutcome tell(URI address, Map<String, String> fields, Trust trust) {
      assertEquals(HUB, address.toString());
      assertEquals("publish", fields.get("hub.mode"));
      told.add(fields.getOrDefault("hub.url", ""));
      return answer;
    }

    @Override
    public boolean closed() {
      return false;
    }
  }

  @Test
  void a_hub_is_told_once_of_each_feed_that_changed() {
    pings.changed(List.of(FEED, OTHER));
    pings.changed(List.of(FEED));
    pings.ping();
    pings.ping();
    assertEquals(List.of(FEED, OTHER), told);
  }

  @Test
  void a_hub_that_cannot_be_reached_is_told_again_later() {
    answer = new PostOutcome.Failed(503, Optional.empty(), "busy");
    pings.changed(List.of(FEED));
    pings.ping();
    pings.ping();
    assertEquals(1, told.size(), "not at once");
    pass(Duration.ofSeconds(31));
    pings.ping();
    assertEquals(2, told.size());
    pings.changed(List.of(OTHER));
    pass(Duration.ofSeconds(40));
    pings.ping();
    assertEquals(2, told.size(), "a second failure is waited for longer");
    answer = new PostOutcome.Taken(204);
    pass(Duration.ofSeconds(30));
    pings.ping();
    assertEquals(List.of(FEED, FEED, FEED, OTHER), told);
  }

  @Test
  void what_a_hub_asks_of_rest_is_kept() {
    answer = new PostOutcome.Failed(429, Optional.of(Duration.ofHours(2)), "too often");
    pings.changed(List.of(FEED));
    pings.ping();
    pass(Duration.ofMinutes(119));
    pings.ping();
    assertEquals(1, told.size());
    pass(Duration.ofMinutes(2));
    pings.ping();
    assertEquals(2, told.size());
  }

  @Test
  void a_hub_that_does_not_want_us_is_left_alone_until_the_next_change() {
    answer = new PostOutcome.Refused(403, "no");
    pings.changed(List.of(FEED));
    pings.ping();
    pass(Duration.ofDays(1));
    pings.ping();
    assertEquals(1, told.size());
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
