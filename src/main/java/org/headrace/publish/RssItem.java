package org.headrace.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Writes a story as an item of RSS 2.0. */
final class RssItem {
  private final PublishedStory story;
  private final XmlDocument xml;

  private RssItem(PublishedStory story, XmlDocument xml) {
    this.story = story;
    this.xml = xml;
  }

  /** As it stands in any feed. */
  static byte[] write(PublishedStory story) {
    return XmlDocument.part(2, xml -> new RssItem(story, xml).write());
  }

  private void write() throws XMLStreamException {
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
    media();
    xml.close();
  }

  /** Readers take one enclosure; what is more goes into Media RSS. */
  private void media() throws XMLStreamException {
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

  /**
   * RSS does not say whether a title is HTML; most readers try, so what looks like it is escaped.
   */
  static String text(String text) {
    return LegalText.looksLikeHtml(text) ? LegalText.html(text) : text;
  }

  static String date(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }
}
