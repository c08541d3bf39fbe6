package org.headrace.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.headrace.model.Category;
import org.headrace.model.Enclosure;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.model.Link;
import org.headrace.model.Page;
import org.headrace.model.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedParserTest {
  @Test
  void an_rss_item_becomes_an_entry() throws UnreadableFeedException {
    Entry entry =
        Feeds.item(
            "<title>Flood &amp;amp; fire</title><link>/2026/flood</link>"
                + "<guid isPermaLink=\"false\">n-17</guid><description>&lt;p&gt;Water&lt;/p&gt;"
                + "</description><author>ann@news.example (Ann Poe)</author>"
                + "<category domain=\"desk\">Weather</category>"
                + "<pubDate>Mon, 06 Sep 2021 10:00:00 +0200</pubDate>"
                + "<enclosure url=\"a.mp3\" type=\"audio/mpeg\" length=\"42\"/>");
    assertEquals("n-17", entry.id());
    assertEquals(Optional.of(URI.create("https://news.example/2026/flood")), entry.link());
    assertEquals("Flood &amp; fire", entry.title());
    assertEquals("<p>Water</p>", entry.summary());
    assertEquals(List.of(new Person("Ann Poe", "ann@news.example", "")), entry.authors());
    assertEquals(List.of(new Category("Weather", "desk", "")), entry.categories());
    assertEquals(Optional.of(Instant.parse("2021-09-06T08:00:00Z")), entry.published());
    assertEquals(
        List.of(
            new Enclosure("https://news.example/feeds/a.mp3", "audio/mpeg", OptionalLong.of(42))),
        entry.enclosures());
  }

  @Test
  void an_atom_entry_keeps_what_its_types_say() throws UnreadableFeedException {
    Entry entry =
        Feeds.entry(
            "<id>tag:news.example,2026:1</id><title>1 &lt; 2</title>"
                + "<link href=\"/one\"/><link rel=\"enclosure\" href=\"/v.mp4\"/>"
                + "<updated>2021-09-06T10:00:00Z</updated>"
                + "<content type=\"xhtml\" xml:base=\"https://cdn.example/x/\">"
                + "<div xmlns=\"http://www.w3.org/1999/xhtml\"><img src=\"p.png\"/></div></content>");
    assertEquals("1 &lt; 2", entry.title());
    assertEquals("<img src=\"https://cdn.example/x/p.png\">", entry.content());
    assertEquals(Optional.of(URI.create("https://news.example/one")), entry.link());
    assertEquals(1, entry.enclosures().size());
  }

  @ParameterizedTest
  @CsvSource({
    "rss2.0, <rss version='2.0'><channel><item><title>One</title></item></channel></rss>",
    "rss0.91, <rss version='0.91'><channel><item><title>One</title></item></channel></rss>",
    "rss1.0, <r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
        + " xmlns='http://purl.org/rss/1.0/'><channel/><item><title>One</title></item></r:RDF>",
    "rss0.90, <r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
        + " xmlns='http://my.netscape.com/rdf/simple/0.9/'><item><title>One</title></item></r:RDF>",
    "atom0.3, <feed version='0.3' xmlns='http://purl.org/atom/ns#'>"
        + "<entry><title>One</title></entry></feed>",
    "atom1.0, <entry xmlns='http://www.w3.org/2005/Atom'><title>One</title></entry>",
    "cdf, <CHANNEL><ITEM HREF='http://a.example/'><TITLE>One</TITLE></ITEM></CHANNEL>",
  })
  void every_format_is_read(String format, String document) throws UnreadableFeedException {
    Feed feed = Feeds.read(document.replace('\'', '"'));
    assertEquals(format, feed.format());
    assertEquals("One", feed.entries().getFirst().title());
  }

  @Test
  void words_of_other_vocabularies_are_understood_anywhere() throws UnreadableFeedException {
    Entry entry =
        Feeds.entry(
            "<x:title xmlns:x=\"http://purl.org/dc/elements/1.1/\">One</x:title>"
                + "<c:encoded xmlns:c=\"http://purl.org/rss/1.0/modules/content/\">Text</c:encoded>"
                + "<i:duration xmlns:i=\"http://www.itunes.com/dtds/podcast-1.0.dtd\">1:02:03"
                + "</i:duration>");
    assertEquals("One", entry.title());
    assertEquals("Text", entry.content());
    assertEquals(Optional.of(Duration.ofSeconds(3723)), entry.duration());
  }

  @Test
  void the_address_behind_a_counting_redirect_is_kept_beside_the_link()
      throws UnreadableFeedException {
    Entry entry =
        Feeds.item(
            "<link>https://count.example/1</link>"
                + "<feedburner:origLink xmlns:feedburner=\"http://rssnamespace.org/feedburner/ext/1.0\">"
                + "https://news.example/1</feedburner:origLink>");
    assertEquals(Optional.of(URI.create("https://count.example/1")), entry.link());
    assertTrue(
        entry.links().contains(new Link("canonical", "https://news.example/1", "", "", "", "")));
  }

  @Test
  void an_entry_without_id_is_named_by_its_link() throws UnreadableFeedException {
    assertEquals("https://news.example/1", Feeds.item("<link>/1</link>").id());
  }

  @Test
  void an_entry_without_id_and_link_is_named_by_what_it_says() throws UnreadableFeedException {
    String id = Feeds.item("<title>One</title>").id();
    assertEquals(id, Feeds.item("<title>One</title>").id());
    assertNotEquals(id, Feeds.item("<title>Two</title>").id());
  }

  @Test
  void an_atom_entry_without_author_is_by_the_authors_of_its_feed() throws UnreadableFeedException {
    Feed feed =
        Feeds.read(Feeds.atom("<author><name>Ann</name></author><entry><id>1</id></entry>"));
    assertEquals(List.of(Person.named("Ann")), feed.entries().getFirst().authors());
  }

  @Test
  void language_comes_from_the_nearest_that_names_one() throws UnreadableFeedException {
    Feed feed =
        Feeds.read(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\"><entry xml:lang=\"de\">"
                + "<content xml:lang=\"en\">x</content></entry></feed>");
    assertEquals("fr", feed.head().language());
    assertEquals("de", feed.entries().getFirst().language());
    assertEquals("en", feed.entries().getFirst().contentLanguage());
  }

  @Test
  void addresses_are_relative_to_the_content_location() throws UnreadableFeedException {
    byte[] body = Feeds.rss("<item><link>1</link></item>").getBytes(StandardCharsets.UTF_8);
    URI location = URI.create("https://other.example/a/b");
    Feed feed = FeedParser.parse(new Page(Feeds.PLACE, "text/xml", location, "", body));
    assertEquals(
        Optional.of(URI.create("https://other.example/a/1")), feed.entries().getFirst().link());
  }

  @Test
  void addresses_in_html_become_absolute_and_nothing_else_changes() throws UnreadableFeedException {
    Entry entry =
        Feeds.item(
            "<description><![CDATA[<P class=x>a <A HREF='../b?c=1&d'>b</A> &nbsp; "
                + "<img src=\"i.png\" srcset=\"i.png 1x, /j.png 2x\"></P>]]></description>");
    assertEquals(
        "<P class=x>a <A HREF='https://news.example/b?c=1&amp;d'>b</A> &nbsp; "
            + "<img src=\"https://news.example/feeds/i.png\" srcset=\"https://news.example/feeds/i.png"
            + " 1x, https://news.example/j.png 2x\"></P>",
        entry.summary());
  }

  @Test
  void a_link_that_runs_a_script_is_no_link() throws UnreadableFeedException {
    assertEquals(Optional.empty(), Feeds.item("<link>javascript:alert(1)</link>").link());
  }

  @Test
  void wishes_about_polling_are_read() throws UnreadableFeedException {
    Feed feed =
        Feeds.read(
            Feeds.rss(
                "<ttl>90</ttl><skipHours><hour>1</hour><hour>24</hour></skipHours>"
                    + "<skipDays><day>Sunday</day></skipDays>"));
    assertEquals(Optional.of(Duration.ofMinutes(90)), feed.head().hints().ttl());
    assertEquals(Set.of(0, 1), feed.head().hints().skipHours());
    assertEquals(Set.of(DayOfWeek.SUNDAY), feed.head().hints().skipDays());
  }

  @Test
  void the_syndication_module_counts_as_a_wish() throws UnreadableFeedException {
    Feed feed =
        Feeds.read(
            Feeds.rss(
                "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4"
                    + "</sy:updateFrequency>"));
    assertEquals(Optional.of(Duration.ofHours(6)), feed.head().hints().ttl());
  }

  @Test
  void hub_and_self_are_among_the_links() throws UnreadableFeedException {
    Feed feed =
        Feeds.read(
            Feeds.atom(
                "<link rel=\"self\" href=\"/f\"/><link rel=\"hub\" href=\"https://hub.example/\"/>"));
    assertEquals(Optional.of(URI.create("https://news.example/f")), feed.head().self());
    assertTrue(
        feed.head().links().contains(new Link("hub", "https://hub.example/", "", "", "", "")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', empty document",
    "<!doctype html><html><body><p>Hello</p></body></html>, HTML page",
    "<opml version='2.0'><body/></opml>, OPML",
    "<urlset><url/></urlset>, sitemap",
    "{\"name\": 1}, JSON",
    "Not here, neither XML nor JSON",
  })
  void what_is_no_feed_is_refused_with_its_name(String document, String word) {
    UnreadableFeedException refusal =
        assertThrows(UnreadableFeedException.class, () -> Feeds.read(document));
    assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
  }
}
