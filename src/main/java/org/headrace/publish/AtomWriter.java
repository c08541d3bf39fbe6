package org.headrace.publish;

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

  /**
   * The feed document.
   *
   * @param made knows the stories that were written before
   */
  static byte[] write(Masthead masthead, List<PublishedStory> stories, Fragments<byte[]> made) {
    return XmlDocument.of(xml -> new AtomWriter(masthead, stories, xml).feed(made));
  }

  private void feed(Fragments<byte[]> made) throws XMLStreamException {
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
    xml.text("updated", FeedTexts.updated(stories).toString());
    links();
    xml.textIfAny("generator", masthead.generator());
    xml.text("icon", masthead.site() + "favicon.ico");
    for (PublishedStory story : stories) {
      xml.put(made.of(story, AtomEntry::write));
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

  private void text(String name, String text) throws XMLStreamException {
    AtomEntry.text(xml, name, text);
  }
}
