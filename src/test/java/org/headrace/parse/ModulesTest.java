package org.headrace.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Enclosure;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.model.Link;
import org.headrace.model.Person;
import org.junit.jupiter.api.Test;

/** The feeds of the corpus, each in the words of its format and modules. */
class ModulesTest {
  private static Feed corpus(String name) throws IOException, UnreadableFeedException {
    return Feeds.read("", Files.readAllBytes(Path.of("src/test/corpus/feeds", name)));
  }

  private static List<String> links(List<Link> links, String rel) {
    return links.stream().filter(link -> link.rel().equals(rel)).map(Link::href).toList();
  }

  @Test
  void comments_are_counted_where_the_feed_counts_them() throws UnreadableFeedException {
    String items =
        "<item><guid>1</guid><s:comments xmlns:s='http://purl.org/rss/1.0/modules/slash/'> 12 </s:comments></item>"
            + "<item><guid>2</guid><thr:total xmlns:thr='http://purl.org/syndication/thread/1.0'>3</thr:total></item>"
            + "<item><guid>3</guid><slash:comments>many</slash:comments></item>";
    assertEquals(
        List.of(Optional.of(12), Optional.of(3), Optional.empty()),
        Feeds.read(Feeds.rss(items)).entries().stream().map(Entry::replies).toList());
    String atom =
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'>"
            + "<title>t</title><id>i</id><entry><id>e</id><title>t</title>"
            + "<link rel='replies' href='https://a.example/c' thr:count='7'/></entry></feed>";
    assertEquals(Optional.of(7), Feeds.read(atom).entries().getFirst().replies());
  }

  @Test
  void a_blogs_modules_are_read() throws Exception {
    Feed feed = corpus("blog-rss/feed.xml");
    Entry fog = feed.entries().getFirst();
    assertEquals(List.of(), feed.repairs());
    assertEquals(Optional.of(Duration.ofMinutes(30)), feed.head().hints().ttl());
    assertEquals(List.of("https://harbour.example/feed"), links(feed.head().links(), "self"));
    assertEquals("https://harbour.example/?p=41", fog.id());
    assertEquals(List.of(Person.named("Ada Quay")), fog.authors());
    assertTrue(fog.content().contains("src=\"https://news.example/fog.jpg\""), fog.content());
    assertEquals("The horn was heard as far as <em>Merrow</em>.", fog.summary());
    assertEquals(
        List.of("https://harbour.example/2026/03/fog/feed/"), links(fog.links(), "replies"));
  }

  @Test
  void a_podcasts_modules_are_read() throws Exception {
    Feed feed = corpus("podcast/feed.xml");
    Entry tides = feed.entries().getFirst();
    assertEquals("917393e3-1b1e-5cef-ace4-edaa54e1f810", feed.head().id());
    assertEquals(Optional.of(false), feed.head().explicit());
    assertEquals(List.of("https://tide.example/give"), links(feed.head().links(), "payment"));
    assertEquals(List.of("https://tide.example/7.vtt"), links(tides.links(), "transcript"));
    assertEquals(List.of("https://tide.example/7.json"), links(tides.links(), "chapters"));
    assertEquals(
        List.of(new Person("Dr. Moon", "", "https://moon.example/")), tides.contributors());
    assertEquals(
        List.of("https://tide.example/7.mp4", "https://tide.example/7.opus"),
        tides.media().stream().map(Enclosure::address).toList());
    assertEquals(Optional.of(Duration.ofSeconds(3723)), tides.duration());
    assertEquals(Optional.of(Instant.parse("2026-03-03T11:00:00Z")), tides.published());
  }

  @Test
  void bases_languages_sources_and_replies_of_atom_are_read() throws Exception {
    Feed feed = corpus("news-atom/feed.xml");
    Entry bridge = feed.entries().getFirst();
    assertEquals(
        "https://gazette.example/2026/bruecke.html", bridge.link().orElseThrow().toString());
    assertEquals("de", bridge.language());
    assertTrue(bridge.content().contains("https://gazette.example/2026/#plan"), bridge.content());
    assertEquals(
        List.of("https://gazette.example/2026/fluss.html"), links(bridge.links(), "in-reply-to"));
    assertEquals("Redaktion", bridge.authors().getFirst().name());
    assertEquals("1 &lt; 2 auf dem Markt", feed.entries().getLast().title());
    assertEquals("Andere", feed.entries().getLast().origin().orElseThrow().title());
  }

  @Test
  void older_formats_are_read() throws Exception {
    assertEquals(
        "B. Pen", corpus("list-rdf/feed.xml").entries().getFirst().authors().getFirst().name());
    assertEquals("<p>Hello</p>", corpus("old-atom/feed.xml").entries().getFirst().content());
    Feed pushed = corpus("channel-cdf/feed.xml");
    assertEquals("cdf", pushed.format());
    assertEquals(
        "http://push.example/1.html", pushed.entries().getFirst().link().orElseThrow().toString());
    assertEquals(
        Optional.of(Instant.parse("1998-11-05T22:12:00Z")), pushed.entries().getFirst().updated());
  }

  @Test
  void what_was_put_right_is_told_with_its_place() throws Exception {
    Feed feed = corpus("broken-rss/feed.xml");
    assertEquals("Broken & mended by Mo", feed.head().title());
    assertEquals(
        List.of("One \u00a0 two", "Three", "Outside"),
        feed.entries().stream().map(Entry::title).toList());
    List<String> told = feed.repairs().stream().map(r -> r.what() + " @ " + r.where()).toList();
    for (String expected :
        List.of(
            "text stands outside the document @ ",
            "the document type was skipped @ ",
            "a name is spelt in other letters @ ",
            "an entry has no end tag @ ",
            "a namespace prefix is not declared @ ",
            "an attribute's value has no quotes @ ",
            "an element has an attribute twice: the first counts @ ",
            "a date cannot be read for certain @ item/pubDate: never")) {
      assertTrue(told.stream().anyMatch(one -> one.startsWith(expected)), expected + told);
    }
  }
}
