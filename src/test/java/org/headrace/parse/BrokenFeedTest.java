package org.headrace.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenFeedTest {
  private static final String GOOD =
      Feeds.rss("<item><title>One</title></item><item><title>Two</title></item>");

  private static List<String> titles(String document) throws UnreadableFeedException {
    return Feeds.read(document).entries().stream().map(Entry::title).toList();
  }

  @Test
  void a_sound_feed_needs_no_repair() throws UnreadableFeedException {
    assertEquals(List.of(), Feeds.read(GOOD).repairs());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n\n  ",
        "Notice: too late\n",
        "<br />\n<b>Warning</b>: no cache in <b>feed.php</b><br>\n",
        "<?xml version=\"1.1\" encoding=\"nonsense\"?>",
        "<!DOCTYPE rss SYSTEM \"http://dtd.example/rss.dtd\">",
      })
  void junk_before_the_feed_is_overlooked(String junk) throws UnreadableFeedException {
    assertEquals(List.of("One", "Two"), titles(junk + GOOD));
  }

  @Test
  void junk_after_the_feed_is_overlooked() throws UnreadableFeedException {
    assertEquals(List.of("One", "Two"), titles(GOOD + "\u0000\u0000<script>x</script> bye"));
  }

  @Test
  void a_feed_that_breaks_off_keeps_what_came() throws UnreadableFeedException {
    assertEquals(
        List.of("One", "Tw"), titles(GOOD.substring(0, GOOD.indexOf("o</title></item></c"))));
    assertEquals(List.of("One", ""), titles(GOOD.substring(0, GOOD.lastIndexOf("<item>") + 9)));
  }

  @Test
  void names_may_be_written_in_any_case() throws UnreadableFeedException {
    assertEquals(List.of("One", "Two"), titles(GOOD.replace("item>", "ITEM>")));
    assertEquals(List.of("One", "Two"), titles(GOOD.replace("</title>", "</Title>")));
  }

  @Test
  void items_may_stand_outside_the_channel() throws UnreadableFeedException {
    String moved = GOOD.replace("<item><title>One", "</channel><item><title>One");
    assertEquals(List.of("One", "Two"), titles(moved));
  }

  @Test
  void an_item_that_is_never_closed_ends_where_the_next_begins() throws UnreadableFeedException {
    assertEquals(List.of("One", "Two"), titles(GOOD.replace("</item>", "")));
  }

  @Test
  void html_that_nobody_escaped_stays_html() throws UnreadableFeedException {
    Entry entry = Feeds.item("<description>a<br>b<p>c & d<img src=x.png></description>");
    assertEquals(
        "a<br>b<p>c &amp; d<img src=\"https://news.example/feeds/x.png\">", entry.summary());
  }

  @Test
  void signs_that_begin_nothing_stand_for_themselves() throws UnreadableFeedException {
    assertEquals("1 < 2 & 3 > 2", Feeds.item("<title>1 < 2 & 3 > 2</title>").title());
    assertEquals(
        Optional.of(URI.create("http://a.example/?a=1&copy=3")),
        Feeds.item("<link>http://a.example/?a=1&copy=3</link>").link());
  }

  @Test
  void references_are_resolved_as_they_were_meant() throws UnreadableFeedException {
    assertEquals(
        "It’s é 😀", Feeds.item("<title>It&#146;s &eacute; &#xD83D;&#xDE00;</title>").title());
    assertEquals("ab", Feeds.item("<title>a&#0;&#11;b</title>").title());
  }

  @Test
  void control_characters_vanish() throws UnreadableFeedException {
    assertEquals("ab", Feeds.item("<title>a\u0001\u0000b</title>").title());
  }

  @Test
  void attributes_may_be_doubled_or_bare() throws UnreadableFeedException {
    Entry entry =
        Feeds.item(
            "<enclosure url=http://a.example/1.mp3 url=\"http://b.example/\" length=\"<1>\"/>");
    assertEquals("http://a.example/1.mp3", entry.enclosures().getFirst().address());
  }

  @Test
  void a_prefix_without_declaration_means_what_it_usually_means() throws UnreadableFeedException {
    Feed feed = Feeds.read(Feeds.rss("<item><content:encoded>Text</content:encoded></item>"));
    assertEquals("Text", feed.entries().getFirst().content());
    assertTrue(
        feed.repairs().stream()
            .anyMatch(repair -> repair.where().equals("rss/channel/item/content:encoded")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<feed>",
        "<feed xmlns=\"https://www.w3.org/2005/Atom\">",
        "<feed xmlns=\"http://www.w3.org/2005/Atom/\">",
        "<FEED>",
      })
  void atom_is_known_under_any_address(String start) throws UnreadableFeedException {
    assertEquals(List.of("One"), titles(start + "<entry><title>One</title></entry></feed>"));
  }

  @Test
  void a_text_the_document_type_declares_is_put_in() throws UnreadableFeedException {
    String document =
        "<!DOCTYPE rss [<!ENTITY who \"Ann\">]>" + Feeds.rss("<item><title>&who;</title></item>");
    assertEquals(List.of("Ann"), titles(document));
  }

  @Test
  void what_was_put_right_is_said() throws UnreadableFeedException {
    assertFalse(Feeds.read(GOOD.replace("</rss>", "")).repairs().isEmpty());
  }
}
