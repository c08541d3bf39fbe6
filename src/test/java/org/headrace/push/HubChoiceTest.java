package org.headrace.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.headrace.model.FeedHead;
import org.headrace.model.HubOffer;
import org.headrace.model.Link;
import org.junit.jupiter.api.Test;

class HubChoiceTest {
  private static final URI HERE = URI.create("https://paper.example/feed");

  @Test
  void a_feed_without_a_hub_offers_nothing() {
    assertEquals(Optional.empty(), choice(List.of(), link("self", "https://paper.example/f")));
  }

  @Test
  void the_document_names_hub_and_topic() {
    assertEquals(
        offer("https://hub.example/", "https://paper.example/f"),
        choice(
            List.of(),
            link("HUB", "https://hub.example/"),
            link("self", "https://paper.example/f"),
            link("hub", "https://other.example/")));
  }

  @Test
  void the_header_outranks_the_document_part_by_part() {
    assertEquals(
        offer("https://header.example/", "https://paper.example/f"),
        choice(
            List.of(link("hub", "https://header.example/")),
            link("hub", "https://hub.example/"),
            link("self", "https://paper.example/f")));
  }

  @Test
  void a_feed_that_does_not_say_what_it_is_called_is_called_by_its_place() {
    assertEquals(
        offer("https://hub.example/", HERE.toString()),
        choice(List.of(), link("hub", "https://hub.example/")));
  }

  @Test
  void what_no_hub_can_be_is_passed_over() {
    assertEquals(
        offer("https://hub.example/?x=1", HERE.toString()),
        choice(
            List.of(
                link("hub", "ftp://hub.example/"),
                link("hub", "https://user:pass@hub.example/"),
                link("hub", "https:///nowhere"),
                link("hub", "not an address"),
                link("hub", "https://hub.example/" + "x".repeat(2000)),
                link("self", "mailto:me@paper.example")),
            link("hub", "https://hub.example/?x=1")));
  }

  @Test
  void a_feed_that_came_encrypted_is_taken_from_no_hub_in_the_open() {
    Link open = link("hub", "http://hub.example/");
    assertEquals(Optional.empty(), choice(List.of(open)));
    URI plain = URI.create("http://paper.example/feed");
    assertEquals(
        Optional.of(new HubOffer(URI.create("http://hub.example/"), plain)),
        HubChoice.of(List.of(open), head(), plain));
  }

  private static Optional<HubOffer> choice(List<Link> header, Link... inDocument) {
    return HubChoice.of(header, head(inDocument), HERE);
  }

  private static FeedHead head(Link... links) {
    return FeedHead.builder().links(List.of(links)).build();
  }

  private static Link link(String rel, String href) {
    return new Link(rel, href, "", "", "", "");
  }

  private static Optional<HubOffer> offer(String hub, String topic) {
    return Optional.of(new HubOffer(URI.create(hub), URI.create(topic)));
  }
}
