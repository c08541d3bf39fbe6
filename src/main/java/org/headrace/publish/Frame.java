package org.headrace.publish;

import java.util.List;
import java.util.Locale;

/**
 * What stands around every page.
 *
 * @param title of the feed, shown at the head of the page
 * @param base path of the site: begins and ends with "/"
 * @param home path of the page with all stories of the feed
 * @param feeds to subscribe to; empty on a page that belongs to no feed
 * @param search true if stories can be searched
 * @param generator name and version of the program; empty if it is not told
 */
public record Frame(
    String title, String base, String home, List<FeedLink> feeds, boolean search, String generator) {

  public Frame {
    feeds = List.copyOf(feeds);
  }

  /** One feed document: "Atom", its bare media type, its absolute address. */
  public record FeedLink(String name, String mediaType, String address) {}

  static Frame of(Publication publication) {
    return new Frame(
        FeedTexts.title(publication),
        publication.base(),
        publication.base() + publication.path(),
        List.of(
            feed(publication, "Atom", AtomWriter.MEDIA_TYPE),
            feed(publication, "RSS", RssWriter.MEDIA_TYPE),
            feed(publication, "JSON", JsonFeedWriter.MEDIA_TYPE)),
        publication.search(),
        LegalText.line(publication.generator()));
  }

  private static FeedLink feed(Publication publication, String name, String mediaType) {
    String ending = name.toLowerCase(Locale.ROOT);
    return new FeedLink(
        name,
        mediaType.substring(0, mediaType.indexOf(';')),
        publication.at(publication.feed(ending)));
  }
}
