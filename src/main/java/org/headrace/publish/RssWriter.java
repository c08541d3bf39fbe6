package org.headrace.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Writes RSS 2.0 with the extensions that readers know. */
final class RssWriter {
  static final String MEDIA_TYPE = "application/rss+xml; charset=utf-8";

  private final Publication publication;
  private final List<PublishedStory> stories;
  private final XmlDocument xml;

  private RssWriter(Publication publication, List<PublishedStory> stories, XmlDocument xml) {
    this.publication = publication;
    this.stories = stories;
    this.xml = xml;
  }

  /** The feed document. */
  static byte[] write(Publication publication, List<PublishedStory> stories) {
    return XmlDocument.of(xml -> new RssWriter(publication, stories, xml).rss());
  }

  private void rss() throws XMLStreamException {
    xml.instruction(
        "xml-stylesheet", "type=\"text/css\" href=\"" + publication.base() + "feed.css\"");
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
        stories.stream().anyMatch(RssWriter::hasMedia) ? "http://search.yahoo.com/mrss/" : "");
    xml.open("channel");
    xml.text("title", text(FeedTexts.title(publication)));
    xml.text("link", publication.page());
    xml.text("description", FeedTexts.description(publication));
    xml.textIfAny("language", LanguageTag.shared(stories));
    xml.text("lastBuildDate", date(FeedTexts.updated(stories)));
    xml.textIfAny("generator", LegalText.line(publication.generator()));
    xml.empty(
        "atom:link",
        "rel",
        "self",
        "type",
        "application/rss+xml",
        "href",
        publication.at(publication.feed("rss")));
    for (PublishedStory story : stories) {
      item(story);
    }
    xml.close().close();
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
    xml.text("content:encoded", StoryHtml.content(story));
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
