package org.headrace.publish;

import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Writes RSS 2.0 with the extensions that readers know. */
final class RssWriter {
  static final String MEDIA_TYPE = "application/rss+xml; charset=utf-8";
  private static final String TYPE = "application/rss+xml";

  private final Masthead masthead;
  private final List<PublishedStory> stories;
  private final XmlDocument xml;

  private RssWriter(Masthead masthead, List<PublishedStory> stories, XmlDocument xml) {
    this.masthead = masthead;
    this.stories = stories;
    this.xml = xml;
  }

  /**
   * The feed document.
   *
   * @param made knows the stories that were written before
   */
  static byte[] write(Masthead masthead, List<PublishedStory> stories, Fragments<byte[]> made) {
    return XmlDocument.of(xml -> new RssWriter(masthead, stories, xml).rss(made));
  }

  private void rss(Fragments<byte[]> made) throws XMLStreamException {
    xml.instruction("xml-stylesheet", "type=\"text/css\" href=\"" + masthead.base() + "feed.css\"");
    xml.open(
        "rss",
        "version",
        "2.0",
        "xmlns:atom",
        "http://www.w3.org/2005/Atom",
        "xmlns:content",
        stories.isEmpty() ? "" : "http://purl.org/rss/1.0/modules/content/",
        "xmlns:dc",
        stories.isEmpty() ? "" : "http://purl.org/dc/elements/1.1/",
        "xmlns:media",
        stories.stream().anyMatch(RssWriter::hasMedia) ? "http://search.yahoo.com/mrss/" : "",
        "xmlns:fh",
        masthead.place().isArchive() ? "http://purl.org/syndication/history/1.0" : "");
    xml.open("channel");
    xml.text("title", RssItem.text(masthead.title()));
    xml.text("link", masthead.page());
    xml.text("description", RssItem.text(masthead.description()));
    xml.textIfAny("language", LanguageTag.shared(stories));
    xml.text("lastBuildDate", RssItem.date(FeedTexts.updated(stories)));
    xml.textIfAny("generator", masthead.generator());
    links();
    for (PublishedStory story : stories) {
      xml.put(made.of(story, RssItem::write));
    }
    xml.close().close();
  }

  private void links() throws XMLStreamException {
    if (masthead.place().isArchive()) {
      xml.empty("fh:archive");
    }
    xml.empty("atom:link", "rel", "self", "type", TYPE, "href", masthead.self("rss"));
    for (String hub : masthead.hubs()) {
      xml.empty("atom:link", "rel", "hub", "href", hub);
    }
    part("current", masthead.place().current());
    part("prev-archive", masthead.place().previous());
    part("next-archive", masthead.place().next());
  }

  private void part(String relation, Optional<String> feed) throws XMLStreamException {
    if (feed.isPresent()) {
      xml.empty("atom:link", "rel", relation, "type", TYPE, "href", feed.get() + ".rss");
    }
  }

  private static boolean hasMedia(PublishedStory story) {
    return story.image().isPresent() || story.attachments().size() > 1;
  }
}
