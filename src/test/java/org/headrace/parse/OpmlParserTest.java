package org.headrace.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.headrace.model.Page;
import org.headrace.parse.OpmlParser.Subscriptions;
import org.junit.jupiter.api.Test;

class OpmlParserTest {
  private static Subscriptions parse(String text) throws UnreadableFeedException {
    return OpmlParser.parse(
        Page.of(
            URI.create("file:///list.opml"), "text/xml", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void folders_and_categories_are_topics() throws Exception {
    Subscriptions read =
        parse(
            """
            <opml version="1.0"><head><title>x</title></head><body>
            <outline text="News"><outline title="North">
              <outline type="rss" text="Paper &amp; Co" xmlUrl="https://paper.example/feed"
                category="/a/local,weather"/>
            </outline></outline>
            <outline text="Loose" xmlurl="http://loose.example/rss"/>
            </body></opml>
            """);

    assertEquals(
        List.of(
            new Outline(
                "Paper & Co",
                URI.create("https://paper.example/feed"),
                List.of("News", "North", "local", "weather")),
            new Outline("Loose", URI.create("http://loose.example/rss"), List.of())),
        read.feeds());
  }

  @Test
  void what_is_no_address_of_the_web_is_told_and_the_rest_is_read() throws Exception {
    Subscriptions read =
        parse(
            "<opml><body><outline text='a' xmlUrl='feed:///x'/><outline text='b'"
                + " xmlUrl='https://b.example/?a=1&b=2'><outline text='c' xmlUrl='https://b.example/?a=1&b=2'>");

    assertEquals(List.of("feed:///x"), read.refused());
    assertEquals(
        List.of(URI.create("https://b.example/?a=1&b=2")),
        read.feeds().stream().map(Outline::feed).toList());
  }

  @Test
  void another_document_is_no_list() {
    assertThrows(UnreadableFeedException.class, () -> parse("<rss><channel/></rss>"));
    assertThrows(UnreadableFeedException.class, () -> parse(""));
  }
}
