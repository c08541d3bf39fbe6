package org.headrace.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.headrace.model.Page;
import org.junit.jupiter.api.Test;

class FeedLinksTest {

  @Test
  void a_page_names_its_feeds_in_its_head() {
    assertEquals(
        List.of("https://paper.example/feed.atom"),
        found(
            """
            <head><link rel="alternate" type="application/atom+xml" href="/feed.atom" title="News">
            <link rel="alternate" hreflang="de" href="/de/"></head>
            """));
  }

  @Test
  void site_feeds_come_before_comment_feeds() {
    assertEquals(
        List.of("https://paper.example/feed/", "https://paper.example/comments/feed/"),
        found(
            """
            <link rel="alternate" type="application/rss+xml" href="/comments/feed/">
            <link rel="alternate" type="application/rss+xml" href="/feed/">
            """));
  }

  @Test
  void without_a_head_the_links_a_person_sees_are_taken() {
    assertEquals(
        List.of("https://paper.example/news/rss.xml"),
        found("<p><a href='news/rss.xml'>RSS</a> <a href='/feedback'>Write to us</a></p>"));
  }

  @Test
  void a_page_without_feeds_names_none() {
    assertEquals(List.of(), found("<p>Nothing here. <a href='javascript:feed()'>feed</a></p>"));
  }

  private static List<String> found(String html) {
    Page page =
        Page.of(
            URI.create("https://paper.example/"),
            "text/html",
            html.getBytes(StandardCharsets.UTF_8));
    return FeedLinks.of(page).stream().map(link -> link.address().toString()).toList();
  }
}
