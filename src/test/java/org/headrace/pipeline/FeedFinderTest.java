package org.headrace.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeedFinderTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.headrace.pipeline.SiteFront#all")
  void finds_the_feeds_of_a_site_and_none_where_there_is_none(String slug) {
    SiteFront site = new SiteFront(slug);

    Discovery found = new FeedFinder(site).find(site.page(), false);

    assertEquals(
        site.expected(),
        found.feeds().stream().map(feed -> feed.address().toString()).toList(),
        () -> "asked " + site.asked + ", refused " + found.refused());
    assertTrue(site.asked.size() <= 25, () -> site.asked.size() + " requests");
  }

  @Test
  void a_feed_is_found_at_its_own_address() {
    SiteFront site = new SiteFront("jekyll");
    URI feed = URI.create("https://sparrow.example/feed.xml");

    Discovery found = new FeedFinder(site).find(feed, false);

    assertEquals(feed, found.feeds().getFirst().address());
    assertEquals(1, site.asked.size());
  }

  @Test
  void a_site_that_asks_to_be_left_alone_is() {
    SiteFront site = new SiteFront("none-that-asks-to-be-left-alone");

    new FeedFinder(site).find(site.page(), false);

    assertEquals(URI.create("https://tired.example/feed"), site.asked.getLast());
  }
}
