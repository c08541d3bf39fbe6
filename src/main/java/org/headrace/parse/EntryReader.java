package org.headrace.parse;

import static org.headrace.parse.XmlName.atom;
import static org.headrace.parse.XmlName.content;
import static org.headrace.parse.XmlName.core;
import static org.headrace.parse.XmlName.dc;
import static org.headrace.parse.XmlName.itunes;
import static org.headrace.parse.XmlName.media;
import static org.headrace.parse.XmlName.terms;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.headrace.model.Enclosure;
import org.headrace.model.Entry;
import org.headrace.model.FeedHead;
import org.headrace.model.Link;

/** Reads one entry in the words of any format: see {@link HeadReader}. */
final class EntryReader {
  private static final XmlName[] TITLE = {
    core("title"), atom("title"), dc("title"), terms("title"), media("title"), itunes("title")
  };
  private static final XmlName[] CONTENT = {
    content("encoded"),
    atom("content"),
    core("encoded"),
    core("fullitem"),
    new XmlName(Vocabulary.XHTML, "body"),
    core("body"),
    core("content"),
    new XmlName(Vocabulary.XHTML, "div"),
  };
  private static final XmlName[] SUMMARY = {
    core("description"),
    atom("summary"),
    core("summary"),
    core("abstract"),
    dc("description"),
    terms("abstract"),
    itunes("summary"),
    media("description"),
    itunes("subtitle"),
    new XmlName(Vocabulary.GOOGLE_PLAY, "description"),
  };
  private static final XmlName[] PUBLISHED = {
    core("pubdate"),
    atom("published"),
    atom("issued"),
    terms("issued"),
    terms("created"),
    atom("created"),
    core("published"),
    dc("date"),
    terms("date"),
    core("date"),
  };
  private static final XmlName[] UPDATED = {
    atom("updated"),
    atom("modified"),
    core("updated"),
    core("lastmod"),
    core("lastbuilddate"),
    terms("modified"),
  };
  private static final XmlName[] RIGHTS = {
    core("copyright"),
    atom("rights"),
    atom("copyright"),
    core("rights"),
    dc("rights"),
    terms("rights"),
  };
  private static final XmlName[] AUTHORS = {
    atom("author"), core("author"), dc("creator"), dc("author"), terms("creator"), itunes("author"),
  };
  private static final XmlName[] CONTRIBUTORS = {
    atom("contributor"),
    core("contributor"),
    dc("contributor"),
    terms("contributor"),
    new XmlName(Vocabulary.PODCAST, "person"),
  };
  private static final XmlName ORIGINAL = new XmlName(Vocabulary.FEEDBURNER, "origlink");
  private static final XmlName SLASH_COMMENTS = new XmlName(Vocabulary.SLASH, "comments");
  private static final XmlName THREAD_TOTAL = new XmlName(Vocabulary.THREAD, "total");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
  private static final XmlName GUID = core("guid");
  private static final int MOST_QUOTED = 60;

  private EntryReader() {}

  /** Reads one entry; what in it can be no use goes into {@code repairs}. */
  static Entry read(XmlElement element, RepairLog repairs) {
    List<Link> links = Links.in(element);
    String fullest = HeadReader.prose(element, CONTENT);
    String content = fullest.isEmpty() ? secondText(element) : fullest;
    String summary = HeadReader.prose(element, SUMMARY);
    List<Enclosure> enclosures = Attachments.enclosures(element, links);
    Optional<URI> link = link(element, links);
    Entry entry =
        Entry.builder()
            .id(element.textOf(atom("id"), GUID, core("id")))
            .link(link)
            .title(HeadReader.prose(element, TITLE))
            .summary(summary)
            .content(content.isEmpty() ? mediaDescription(element, summary) : content)
            .published(Dates.first(element, PUBLISHED))
            .updated(updated(element))
            .language(language(element))
            .contentLanguage(contentLanguage(element))
            .rights(HeadReader.prose(element, RIGHTS))
            .comments(comments(element, links))
            .replies(replies(element))
            .image(HeadReader.image(element, links).or(() -> Attachments.thumbnail(element)))
            .duration(Durations.read(element.textOf(itunes("duration"))))
            .explicit(Flag.read(element.textOf(itunes("explicit"))))
            .authors(People.in(element, AUTHORS))
            .contributors(People.in(element, CONTRIBUTORS))
            .categories(Categories.in(element))
            .enclosures(enclosures)
            .media(Attachments.media(element))
            .links(links)
            .origin(origin(element))
            .build();
    noteLosses(element, entry, repairs);
    return EntryId.given(entry, element.attribute("rdf:about"));
  }

  private static void noteLosses(XmlElement element, Entry entry, RepairLog repairs) {
    if (entry.published().isEmpty()) {
      noteLoss(element, "a date cannot be read for certain", repairs, PUBLISHED);
    }
    if (entry.updated().isEmpty()) {
      noteLoss(element, "a date cannot be read for certain", repairs, UPDATED);
    }
    if (entry.link().isEmpty()) {
      noteLoss(element, "a link leads nowhere", repairs, core("link"));
    }
    if (entry.enclosures().isEmpty() && element.first(core("enclosure")).isPresent()) {
      repairs.add("an enclosure has no address", () -> place(element, core("enclosure")));
    }
    if (entry.duration().isEmpty()) {
      noteLoss(element, "a duration cannot be read", repairs, itunes("duration"));
    }
  }

  private static void noteLoss(
      XmlElement element, String what, RepairLog repairs, XmlName... names) {
    for (XmlElement child : element.ranked(names)) {
      if (!child.text().isEmpty()) {
        repairs.add(
            what, () -> element.written() + "/" + child.written() + ": " + start(child.text()));
      }
    }
  }

  private static String place(XmlElement element, XmlName name) {
    return element.written() + "/" + name.local();
  }

  private static String start(String text) {
    return text.length() > MOST_QUOTED ? text.substring(0, MOST_QUOTED) + "…" : text;
  }

  private static Optional<Instant> updated(XmlElement element) {
    return Dates.first(element, UPDATED).or(() -> FeedDates.read(element.attribute("lastmod")));
  }

  private static Optional<URI> link(XmlElement element, List<Link> links) {
    return Stream.<Optional<URI>>of(
            Links.page(element, links),
            address(element, ORIGINAL),
            permanent(element),
            Address.of(element.base(), element.attribute("rdf:about")),
            Links.of(links, "self"),
            Address.of("", element.textOf(atom("id"))).filter(HeadReader::isWeb),
            onlyMedia(element, links))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<URI> address(XmlElement element, XmlName name) {
    return element.all(name).stream()
        .flatMap(child -> Address.of(child.base(), child.text()).stream())
        .findFirst();
  }

  /** A guid is an address unless it says it is not; what does not look like one is none, either. */
  private static Optional<URI> permanent(XmlElement element) {
    return element
        .first(GUID)
        .filter(guid -> !guid.attribute("ispermalink").equalsIgnoreCase("false"))
        .filter(guid -> guid.text().startsWith("http") || !guid.attribute("ispermalink").isEmpty())
        .flatMap(guid -> Address.of(guid.base(), guid.text()));
  }

  private static Optional<URI> onlyMedia(XmlElement element, List<Link> links) {
    return element.all(core("enclosure")).stream()
        .flatMap(enclosure -> Address.of(enclosure.base(), enclosure.attribute("url")).stream())
        .findFirst()
        .or(() -> Links.of(links, "enclosure"));
  }

  private static Optional<URI> comments(XmlElement element, List<Link> links) {
    return address(element, core("comments")).or(() -> Links.readable(links, "replies"));
  }

  /** What the slash and thread (RFC 4685) modules count; a count that is none is missing. */
  private static Optional<Integer> replies(XmlElement element) {
    return Stream.of(
            element.textOf(SLASH_COMMENTS),
            element.textOf(THREAD_TOTAL),
            element.all(atom("link")).stream()
                .filter(link -> link.attribute("rel").equals("replies"))
                .map(link -> link.attribute("thr:count"))
                .findFirst()
                .orElse(""))
        .map(String::strip)
        .filter(count -> COUNT.matcher(count).matches())
        .map(Integer::valueOf)
        .findFirst();
  }

  /** Where RSS's description stands beside a summary, one of them is the text. */
  private static String secondText(XmlElement element) {
    boolean both = element.first(SUMMARY[0]).isPresent();
    return both ? HeadReader.prose(element, atom("summary"), core("summary")) : "";
  }

  /** Media RSS puts the text of a video beside it, in a group. */
  private static String mediaDescription(XmlElement element, String summary) {
    return !summary.isEmpty()
        ? ""
        : element.all(media("group")).stream()
            .map(group -> HeadReader.prose(group, media("description")))
            .filter(html -> !html.isEmpty())
            .findFirst()
            .orElse("");
  }

  private static String language(XmlElement element) {
    String said = element.textOf(dc("language"), core("language"));
    return said.isEmpty() ? element.language() : said;
  }

  private static String contentLanguage(XmlElement element) {
    return element
        .first(CONTENT)
        .map(XmlElement::language)
        .filter(tag -> !tag.equals(element.language()))
        .orElse("");
  }

  private static Optional<FeedHead> origin(XmlElement element) {
    return element
        .first(atom("source"))
        .map(HeadReader::read)
        .or(() -> element.first(core("source")).map(EntryReader::rssSource));
  }

  private static FeedHead rssSource(XmlElement source) {
    return source.hasElements()
        ? HeadReader.read(source)
        : FeedHead.builder()
            .title(Prose.html(source))
            .self(Address.of(source.base(), source.attribute("url")))
            .build();
  }
}
