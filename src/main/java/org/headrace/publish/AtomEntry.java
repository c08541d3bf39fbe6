package org.headrace.publish;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Writes a story as an entry of Atom (RFC 4287, 4.1.2). */
final class AtomEntry {
  private final PublishedStory story;
  private final XmlDocument xml;

  private AtomEntry(PublishedStory story, XmlDocument xml) {
    this.story = story;
    this.xml = xml;
  }

  /** As it stands in any feed. */
  static byte[] write(PublishedStory story) {
    return XmlDocument.part(1, xml -> new AtomEntry(story, xml).write());
  }

  private void write() throws XMLStreamException {
    xml.open("entry", "xml:lang", story.language());
    xml.text("id", story.id());
    text(xml, "title", story.title());
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", story.link());
    xml.text("published", story.published().toString());
    xml.text("updated", story.updated().toString());
    for (String author : story.authors()) {
      xml.open("author").text("name", author).close();
    }
    for (String category : story.categories()) {
      xml.empty("category", "term", category);
    }
    if (!story.summaryIsAll()) {
      text(xml, "summary", story.summary());
    }
    xml.text("content", story.content(), "type", "html");
    for (Attachment attachment : story.attachments()) {
      enclosure(attachment);
    }
    for (PublishedStory.Also also : story.alsoIn()) {
      related(also);
    }
    if (story.image().isPresent()) {
      xml.empty("media:thumbnail", "url", story.image().get());
      xml.empty("media:content", "url", story.image().get(), "medium", "image");
    }
    if (!story.rights().isEmpty()) {
      text(xml, "rights", story.rights());
    }
    source();
    xml.close();
  }

  private void enclosure(Attachment attachment) throws XMLStreamException {
    String length = attachment.length() > 0 ? Long.toString(attachment.length()) : "";
    xml.empty(
        "link",
        "rel",
        "enclosure",
        "type",
        attachment.type(),
        "length",
        length,
        "href",
        attachment.address());
  }

  private void related(PublishedStory.Also also) throws XMLStreamException {
    if (also.link().isPresent()) {
      xml.empty("link", "rel", "related", "title", also.name(), "href", also.link().get());
    }
  }

  /** The feed that the entry was taken from (4.2.11); without its address there is no id for it. */
  private void source() throws XMLStreamException {
    Optional<String> feed = story.source().feed();
    if (feed.isPresent()) {
      xml.open("source");
      xml.text("id", feed.get());
      text(xml, "title", story.source().name());
      xml.text("updated", story.updated().toString());
      xml.empty("link", "rel", "self", "href", feed.get());
      if (story.source().site().isPresent()) {
        xml.empty(
            "link", "rel", "alternate", "type", "text/html", "href", story.source().site().get());
      }
      xml.close();
    }
  }

  /** A text construct (3.1): plain, unless a reader might take it for HTML. */
  static void text(XmlDocument xml, String name, String text) throws XMLStreamException {
    if (LegalText.looksLikeHtml(text)) {
      xml.text(name, LegalText.html(text), "type", "html");
    } else {
      xml.text(name, text);
    }
  }
}
