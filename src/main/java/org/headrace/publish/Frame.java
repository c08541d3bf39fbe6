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
 * @param others more feeds of the site, to subscribe to on its first page
 * @param search true if stories can be searched
 * @param generator name and version of the program; empty if it is not told
 */
public record Frame(
    String title,
    String base,
    String home,
    List<FeedLink> feeds,
    List<FeedLink> others,
    boolean search,
    String generator) {

  public Frame {
    feeds = List.copyOf(feeds);
    others = List.copyOf(others);
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
        publication.others().stream().map(other -> other(publication, other)).toList(),
        publication.search(),
        LegalText.line(publication.generator()));
  }

  /** What stands around the page of a story: the feed it is in is all to subscribe to there. */
  Frame ofStory() {
    return new Frame(title, base, home, feeds, List.of(), search, generator);
  }

  private static FeedLink feed(Publication publication, String name, String mediaType) {
    String ending = name.toLowerCase(Locale.ROOT);
    return new FeedLink(name, bare(mediaType), publication.at(publication.feed(ending)));
  }

  private static FeedLink other(Publication publication, Publication.Other other) {
    return new FeedLink(
        LegalText.line(other.title()),
        bare(AtomWriter.MEDIA_TYPE),
        publication.at(other.path() + ".atom"));
  }

  private static String bare(String mediaType) {
    return mediaType.substring(0, mediaType.indexOf(';'));
  }
}
