package org.headrace.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.headrace.model.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFeedTest {
  private static String numbered(String pattern, int count) {
    return IntStream.range(0, count).mapToObj(pattern::formatted).collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>",
        "</x>",
        "<a ",
        "<a b='\"<",
        "&",
        "<",
        "<!--",
        "<![CDATA[",
        "<!DOCTYPE x [",
        "<item>"
      })
  void endless_repetition_is_survived(String piece) throws UnreadableFeedException {
    Feed feed = Feeds.read(Feeds.rss("<item><title>One</title>" + piece.repeat(50_000)));
    assertEquals("One", feed.entries().getFirst().title());
  }

  @Test
  void what_comes_after_deep_nesting_is_still_found() throws UnreadableFeedException {
    String deep = "<a>".repeat(5_000) + "</a>".repeat(5_000);
    Feed feed = Feeds.read(Feeds.rss("<item>" + deep + "<title>One</title></item>"));
    assertEquals("One", feed.entries().getFirst().title());
  }

  @Test
  void many_attributes_and_prefixes_are_survived() throws UnreadableFeedException {
    String wide = "<a " + numbered("xmlns:p%1$d='u' b%1$d='1' ", 100_000) + "/>";
    Feed feed = Feeds.read(Feeds.rss("<item>" + wide + "<title>One</title></item>"));
    assertEquals("One", feed.entries().getFirst().title());
  }

  @Test
  void entities_do_not_multiply() throws UnreadableFeedException {
    String bomb =
        "<!DOCTYPE r [<!ENTITY a \"ha\">" + "<!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>";
    String document = bomb + Feeds.rss("<item><title>&c;</title></item>");
    assertFalse(Feeds.read(document).entries().getFirst().title().contains("haha"));
  }

  @Test
  void a_long_entity_is_not_repeated_for_ever() throws UnreadableFeedException {
    String document =
        "<!DOCTYPE r [<!ENTITY a \""
            + "x".repeat(2_000)
            + "\">]>"
            + Feeds.rss("<item><title>" + "&a;".repeat(100_000) + "</title></item>");
    assertTrue(Feeds.read(document).entries().getFirst().title().length() <= 1_000_000);
  }

  @Test
  void files_are_never_read() throws UnreadableFeedException {
    String document =
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + Feeds.rss("<item><title>a&x;b</title></item>");
    assertEquals("a&x;b", Feeds.read(document).entries().getFirst().title());
  }

  @Test
  void deep_json_is_survived() throws UnreadableFeedException {
    String document =
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"x\":"
            + "[".repeat(200_000);
    assertEquals("1", Feeds.read(document).entries().getFirst().id());
  }

  @Test
  void two_hundred_thousand_elements_within_each_other_are_refused() {
    String deep = "<a x='1'>".repeat(200_000);
    String document = Feeds.rss("<item><title>One</title>" + deep + "</item>");
    String reason =
        assertThrows(UnreadableFeedException.class, () -> Feeds.read(document)).getMessage();
    assertTrue(reason.contains("nested more than"), reason);
  }

  @Test
  void twenty_thousand_elements_within_each_other_are_survived() throws UnreadableFeedException {
    String deep = "<a x='1'>".repeat(20_000);
    Feed feed = Feeds.read(Feeds.rss("<item><title>One</title>" + deep + "</item>"));
    assertEquals("One", feed.entries().getFirst().title());
    assertTrue(feed.repairs().stream().anyMatch(r -> r.what().contains("nested too deep")));
  }

  @Test
  void a_huge_attribute_is_survived() throws UnreadableFeedException {
    String huge = "<a href='" + "&amp;".repeat(2_000_000) + "'/>";
    Feed feed = Feeds.read(Feeds.rss("<item>" + huge + "<title>One</title></item>"));
    assertEquals("One", feed.entries().getFirst().title());
  }

  @Test
  void markup_in_a_text_that_nests_without_end_is_survived() throws UnreadableFeedException {
    String html = "<![CDATA[" + "<b><a href='/x'>".repeat(50_000) + "]]>";
    Feed feed = Feeds.read(Feeds.rss("<item><description>" + html + "</description></item>"));
    assertTrue(feed.entries().getFirst().summary().startsWith("<b><a href="));
  }
}
