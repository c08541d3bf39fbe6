package org.headrace.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.headrace.model.Source;
import org.headrace.model.Story;
import org.junit.jupiter.api.Test;

class PressTest {
  private static final Instant NOON = Instant.parse("2025-11-03T12:00:00Z");
  private static final URI SITE = URI.create("https://morning.example/news/");
  private static final Story ONE = Samples.plain(1, "One", NOON);
  private static final Story TWO = Samples.plain(2, "Two", NOON.plusSeconds(60));

  private final Editions editions = new Editions();
  private final Press press = new Press(editions);

  @Test
  void only_what_changed_is_made_anew() {
    print(whole(ONE, TWO), topic(ONE));
    Edition feed = edition("/feed.atom");
    Edition topic = edition("/topic/local.atom");
    Edition one = edition("/story/1");
    Edition two = edition("/story/2");
    Edition opml = edition("/opml");

    print(whole(ONE, Samples.plain(2, "Two, corrected", NOON.plusSeconds(90))), topic(ONE));

    assertNotSame(feed, edition("/feed.atom"));
    assertNotSame(two, edition("/story/2"));
    assertSame(one, edition("/story/1"));
    assertSame(topic, edition("/topic/local.atom"));
    assertSame(opml, edition("/opml"));
  }

  @Test
  void a_page_names_a_few_hundred_sources_and_the_list_for_programs_all() {
    List<Source> many =
        IntStream.range(0, 1_000)
            .mapToObj(i -> Samples.source("Paper " + i, "https://paper" + i + ".example/rss"))
            .toList();
    print(new Publication("Test", SITE, "", List.of(ONE), many, List.of(), ""));
    assertTrue(text("/").contains("<span>paper499.example</span>"));
    assertTrue(text("/").contains("<p>and 500 more</p>"));
    assertTrue(text("/").indexOf("paper500.example") < 0);
    assertTrue(text("/opml").contains("https://paper999.example/rss"));
    print(whole(ONE));
    assertTrue(text("/").indexOf(" more</p>") < 0);
  }

  @Test
  void who_says_what_he_has_gets_only_what_he_lacks() {
    print(whole(ONE));
    String first = edition("/feed.atom").etag();
    print(whole(ONE, TWO));
    String second = edition("/feed.atom").etag();
    print(whole(Samples.plain(1, "One, corrected", NOON.plusSeconds(90)), TWO));

    Edition now = edition("/feed.atom");
    assertEquals(List.of("One, corrected", "Two"), titles(now.since(first).orElseThrow()));
    assertEquals(List.of("One, corrected"), titles(now.since(second).orElseThrow()));
    assertEquals(Optional.empty(), now.since("\"never seen\""));
    assertEquals(Optional.empty(), edition("/story/1").since(first));
  }

  @Test
  void hubs_stand_in_every_format_and_in_the_header() {
    print(whole(ONE));
    String hub = "https://hub.example/";
    assertTrue(text("/feed.atom").contains("<link rel=\"hub\" href=\"" + hub + "\"/>"));
    assertTrue(text("/feed.rss").contains("<atom:link rel=\"hub\" href=\"" + hub + "\"/>"));
    assertTrue(text("/feed.json").contains("\"url\" : \"" + hub + "\""));
    assertEquals(
        "<https://hub.example/>; rel=\"hub\", <https://morning.example/news/feed.rss>; rel=\"self\"",
        edition("/feed.rss").link());
    assertEquals("", edition("/").link());
  }

  @Test
  void a_feed_leads_to_its_archive_and_the_archive_back() {
    print(whole(ONE));
    assertTrue(
        text("/feed.atom")
            .contains(
                "rel=\"prev-archive\" type=\"application/atom+xml\""
                    + " href=\"https://morning.example/news/archive/2025-11-02.atom\""));
    assertTrue(text("/feed.json").contains("/news/archive/2025-11-02.json\""));
    ArchivePart part =
        new ArchivePart(
            whole(TWO), "2025-11-02", Optional.of("2025-11-01"), Optional.of("2025-11-03"));
    List<Edition> archive = OutputWriter.archive(part);
    assertEquals("/archive/2025-11-02.atom", archive.get(0).path());
    String atom = new String(archive.get(0).plain(), StandardCharsets.UTF_8);
    for (String link : List.of("self\"", "current", "prev-archive", "next-archive")) {
      assertTrue(atom.contains("rel=\"" + link), link);
    }
    assertTrue(atom.contains("<fh:archive/>"));
    assertTrue(
        new String(archive.get(1).plain(), StandardCharsets.UTF_8).contains("<fh:archive/>"));
    assertEquals(archive.get(0).etag(), OutputWriter.archive(part).get(0).etag());
  }

  @Test
  void a_private_feed_has_its_pages_below_its_token() {
    String path = OutputPath.of("boats", "k7-only-for-the-crew");
    Publication hidden =
        new Publication("Boats", SITE, path, List.of(TWO), List.of(), List.of(), "");
    print(whole(ONE), hidden);
    assertTrue(editions.find("/" + path + ".atom").isPresent());
    assertTrue(editions.find("/" + path + "/story/2").isPresent());
    assertTrue(editions.find("/story/2").isEmpty());
    assertTrue(text("/").indexOf("only-for-the-crew") < 0);
  }

  @Test
  void what_the_program_itself_says_is_a_feed_of_its_own() {
    Notice notice =
        new Notice(
            "tag:test.example,2025:digest/1",
            "Morning, <b>3 November</b>",
            Optional.empty(),
            "",
            List.of(
                new Notice.Line(
                    "Salt & heat", Optional.of("https://a.example/1"), "A, B", "Short."),
                new Notice.Line("No link", Optional.of("javascript:x"), "", "")),
            NOON,
            NOON);
    NoticeFeed feed =
        new NoticeFeed(
            "Digest", SITE, "feed/digest", "Once a day.", List.of(notice), List.of(), "");
    editions.swap(press.print(List.of(whole(ONE)), List.of(feed)));
    String atom = text("/feed/digest.atom");
    assertTrue(atom.contains("<id>tag:test.example,2025:digest/1</id>"));
    assertTrue(
        atom.contains("&lt;li>&lt;a href=\"https://a.example/1\">Salt &amp;amp; heat&lt;/a>"));
    assertTrue(atom.contains("&lt;small>A, B&lt;/small>&lt;br>Short.&lt;/li>"));
    assertTrue(atom.indexOf("javascript") < 0);
    assertNotEquals(text("/feed.atom"), atom);
    assertTrue(text("/feed.atom").indexOf("digest/1") < 0);
  }

  @Test
  void the_lead_image_goes_by_the_address_under_which_the_text_shows_it() {
    StoryChange change =
        StoryChange.of(ONE.face())
            .content("<p><img src=\"https://p.example/i/boat-640x480.jpg\"></p>", "Text")
            .image("https://p.example/i/boat.jpg");
    print(whole(StoryChange.in(ONE, change)));
    assertTrue(
        text("/feed.rss")
            .contains(
                "<media:content url=\"https://p.example/i/boat-640x480.jpg\" medium=\"image\""));
    assertTrue(text("/feed.json").contains("\"image\" : \"https://p.example/i/boat-640x480.jpg\""));
  }

  private void print(Publication... publications) {
    editions.swap(press.print(List.of(publications), List.of()));
  }

  private static Publication whole(Story... stories) {
    return new Publication(
        "Morning",
        SITE,
        "",
        List.of(stories),
        Samples.SOURCES,
        List.of("Local"),
        "",
        List.of("https://hub.example/"),
        Optional.of("2025-11-02"),
        true,
        List.of());
  }

  private static Publication topic(Story... stories) {
    return new Publication(
        "Morning", SITE, "topic/local", List.of(stories), Samples.SOURCES, List.of("Local"), "");
  }

  private static List<String> titles(Edition atom) {
    List<String> titles = new ArrayList<>();
    String text = new String(atom.plain(), StandardCharsets.UTF_8);
    for (String entry : text.split("<entry")) {
      if (entry.contains("<published>")) {
        titles.add(entry.substring(entry.indexOf("<title>") + 7, entry.indexOf("</title>")));
      }
    }
    return titles;
  }

  private Edition edition(String path) {
    return editions.find(path).orElseThrow();
  }

  private String text(String path) {
    return new String(edition(path).plain(), StandardCharsets.UTF_8);
  }
}
