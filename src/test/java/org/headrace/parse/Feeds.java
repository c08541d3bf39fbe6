package org.headrace.parse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.model.Page;

/** Documents for the tests. */
final class Feeds {
  static final URI PLACE = URI.create("https://news.example/feeds/all.xml");

  private Feeds() {}

  static Feed read(String document) throws UnreadableFeedException {
    return read("application/xml", document.getBytes(UTF_8));
  }

  static Feed read(String contentType, byte[] body) throws UnreadableFeedException {
    return FeedParser.parse(Page.of(PLACE, contentType, body));
  }

  static String rss(String items) {
    return "<rss version=\"2.0\"><channel><title>News</title><link>https://news.example/</link>"
        + items
        + "</channel></rss>";
  }

  static String atom(String inside) {
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>News</title>" + inside + "</feed>";
  }

  /** The one entry of an RSS feed whose item holds {@code inside}. */
  static Entry item(String inside) throws UnreadableFeedException {
    return read(rss("<item>" + inside + "</item>")).entries().getFirst();
  }

  /** The one entry of an Atom feed. */
  static Entry entry(String inside) throws UnreadableFeedException {
    return read(atom("<entry>" + inside + "</entry>")).entries().getFirst();
  }
}
