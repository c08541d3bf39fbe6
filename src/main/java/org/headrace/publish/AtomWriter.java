package org.headrace.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Writes Atom 1.0 (RFC 4287). */
final class AtomWriter {
  static final String MEDIA_TYPE = "application/atom+xml; charset=utf-8";
  private static final String TYPE = "application/atom+xml";

  private final Masthead masthead;
  private final List<PublishedStory> stories;
  private final XmlDocument xml;

  private AtomWriter(Masthead masthead, List<PublishedStory> stories, XmlDocument xml) {
    this.masthead = masthead;
    this.stories = stories;
    this.xml = xml;
  }

  /** The feed document. */
  static byte[] write(Masthead masthead, List<PublishedStory> stories) {
    return XmlDocument.of(xml -> new AtomWriter(masthead, stories, xml).feed());
  }

  private void feed() throws XMLStreamException {
    xml.instruction("xml-stylesheet", "type=\"text/css\" href=\"" + masthead.base() + "feed.css\"");
    boolean pictures = stories.stream().anyMatch(story -> story.image().isPresent());
    xml.open(
        "feed",
        "xmlns",
        "http://www.w3.org/2005/Atom",
        "xmlns:media",
        pictures ? "http://search.yahoo.com/mrss/" : "",
        "xmlns:fh",
        masthead.place().isArchive() ? "http://purl.org/syndication/history/1.0" : "",
        "xml:base",
        masthead.site(),
        "xml:lang",
        LanguageTag.shared(stories));
    xml.text("id", masthead.id());
    text("title", masthead.title());
    text("subtitle", masthead.description());
    xml.text("updated", time(FeedTexts.updated(stories)));
    links();
    xml.textIfAny("generator", masthead.generator());
    xml.text("icon", masthead.site() + "favicon.ico");
    for (PublishedStory story : stories) {
      entry(story);
    }
    xml.close();
  }

  private void links() throws XMLStreamException {
    if (masthead.place().isArchive()) {
      xml.empty("fh:archive");
    }
    xml.empty("link", "rel", "self", "type", TYPE, "href", masthead.self("atom"));
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", masthead.page());
    for (String hub : masthead.hubs()) {
      xml.empty("link", "rel", "hub", "href", hub);
    }
    part("current", masthead.place().current());
    part("prev-archive", masthead.place().previous());
    part("next-archive", masthead.place().next());
  }

  private void part(String relation, Optional<String> feed) throws XMLStreamException {
    if (feed.isPresent()) {
      xml.empty("link", "rel", relation, "type", TYPE, "href", feed.get() + ".atom");
    }
  }

  private void entry(PublishedStory story) throws XMLStreamException {
    xml.open("entry", "xml:lang", story.language());
    xml.text("id", story.id());
    text("title", story.title());
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", story.link());
    xml.text("published", time(story.published()));
    xml.text("updated", time(story.updated()));
    for (String author : story.authors()) {
      xml.open("author").text("name", author).close();
    }
    for (String category : story.categories()) {
      xml.empty("category", "term", category);
    }
    if (!story.summaryIsAll()) {
      text("summary", story.summary());
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
      text("rights", story.rights());
    }
    source(story);
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
  private void source(PublishedStory story) throws XMLStreamException {
    Optional<String> feed = story.source().feed();
    if (feed.isPresent()) {
      xml.open("source");
      xml.text("id", feed.get());
      text("title", story.source().name());
      xml.text("updated", time(story.updated()));
      xml.empty("link", "rel", "self", "href", feed.get());
      if (story.source().site().isPresent()) {
        xml.empty(
            "link", "rel", "alternate", "type", "text/html", "href", story.source().site().get());
      }
      xml.close();
    }
  }

  /** A text construct (3.1): plain, unless a reader might take it for HTML. */
  private void text(String name, String text) throws XMLStreamException {
    if (LegalText.looksLikeHtml(text)) {
      xml.text(name, LegalText.html(text), "type", "html");
    } else {
      xml.text(name, text);
    }
  }

  private static String time(Instant instant) {
    return instant.toString();
  }
}
