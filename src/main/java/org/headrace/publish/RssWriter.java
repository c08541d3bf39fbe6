package org.headrace.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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

  /** The feed document. */
  static byte[] write(Masthead masthead, List<PublishedStory> stories) {
    return XmlDocument.of(xml -> new RssWriter(masthead, stories, xml).rss());
  }

  private void rss() throws XMLStreamException {
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
    xml.text("title", text(masthead.title()));
    xml.text("link", masthead.page());
    xml.text("description", text(masthead.description()));
    xml.textIfAny("language", LanguageTag.shared(stories));
    xml.text("lastBuildDate", date(FeedTexts.updated(stories)));
    xml.textIfAny("generator", masthead.generator());
    links();
    for (PublishedStory story : stories) {
      item(story);
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

  private void item(PublishedStory story) throws XMLStreamException {
    xml.open("item");
    xml.text("title", text(story.title()));
    xml.text("link", story.link());
    xml.text("guid", story.id(), "isPermaLink", "false");
    xml.text("pubDate", date(story.published()));
    if (story.source().feed().isPresent()) {
      xml.text("source", text(story.source().name()), "url", story.source().feed().get());
    }
    for (String author : story.authors()) {
      xml.text("dc:creator", author);
    }
    xml.textIfAny("dc:language", story.language());
    xml.textIfAny("dc:rights", story.rights());
    for (String category : story.categories()) {
      xml.text("category", category);
    }
    String description = story.summary().isEmpty() ? story.title() : story.summary();
    xml.text("description", LegalText.html(description));
    xml.text("content:encoded", story.content());
    media(story);
    xml.close();
  }

  /** Readers take one enclosure; what is more goes into Media RSS. */
  private void media(PublishedStory story) throws XMLStreamException {
    List<Attachment> attachments = story.attachments();
    if (!attachments.isEmpty()) {
      Attachment first = attachments.get(0);
      String length = Long.toString(first.length());
      xml.empty("enclosure", "url", first.address(), "length", length, "type", first.type());
    }
    if (story.image().isPresent()) {
      String image = story.image().get();
      xml.empty("media:thumbnail", "url", image);
      xml.empty("media:content", "url", image, "medium", "image");
    }
    for (Attachment more :
        attachments.subList(Math.min(1, attachments.size()), attachments.size())) {
      String size = more.length() > 0 ? Long.toString(more.length()) : "";
      xml.empty(
          "media:content",
          "url",
          more.address(),
          "type",
          more.type(),
          "medium",
          more.medium(),
          "fileSize",
          size);
    }
  }

  private static boolean hasMedia(PublishedStory story) {
    return story.image().isPresent() || story.attachments().size() > 1;
  }

  /**
   * RSS does not say whether a title is HTML; most readers try, so what looks like it is escaped.
   */
  private static String text(String text) {
    return LegalText.looksLikeHtml(text) ? LegalText.html(text) : text;
  }

  private static String date(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }
}
