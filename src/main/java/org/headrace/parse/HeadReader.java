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
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.headrace.model.FeedHead;
import org.headrace.model.Link;
import org.headrace.model.Person;

/**
 * Reads what a feed says about itself. Formats differ in words, not in what they say, and feeds mix
 * their words freely: for each thing all words are tried, the most fitting first.
 */
final class HeadReader {
  private static final XmlName[] TITLE = {
    core("title"), atom("title"), dc("title"), itunes("title")
  };
  private static final XmlName[] DESCRIPTION = {
    core("description"),
    atom("subtitle"),
    atom("tagline"),
    core("tagline"),
    core("subtitle"),
    core("abstract"),
    content("encoded"),
    dc("description"),
    itunes("summary"),
    atom("summary"),
    itunes("subtitle"),
    new XmlName(Vocabulary.GOOGLE_PLAY, "description"),
    atom("info"),
    core("info"),
  };
  private static final XmlName[] RIGHTS = {
    core("copyright"),
    atom("rights"),
    atom("copyright"),
    core("rights"),
    dc("rights"),
    terms("rights"),
  };
  private static final XmlName[] LANGUAGE = {core("language"), dc("language"), terms("language")};
  private static final XmlName[] AUTHORS = {
    atom("author"),
    core("author"),
    core("managingeditor"),
    dc("creator"),
    dc("author"),
    terms("creator"),
    itunes("author"),
  };
  private static final XmlName[] SECOND_AUTHORS = {
    core("webmaster"),
    itunes("owner"),
    dc("publisher"),
    new XmlName(Vocabulary.GOOGLE_PLAY, "author"),
  };
  private static final XmlName[] CONTRIBUTORS = {
    atom("contributor"), core("contributor"), dc("contributor"), terms("contributor")
  };
  private static final XmlName[] PUBLISHED = {
    core("pubdate"),
    atom("published"),
    atom("issued"),
    terms("issued"),
    terms("created"),
    atom("created"),
    dc("date"),
    terms("date"),
  };
  private static final XmlName[] UPDATED = {
    core("lastbuilddate"),
    atom("updated"),
    atom("modified"),
    core("lastmod"),
    terms("modified"),
    dc("date"),
    terms("date"),
  };
  private static final XmlName[] IMAGE = {
    core("image"),
    atom("logo"),
    itunes("image"),
    media("thumbnail"),
    new XmlName(Vocabulary.GOOGLE_PLAY, "image"),
  };

  private static final XmlName PODCAST_GUID = new XmlName(Vocabulary.PODCAST, "guid");

  private HeadReader() {}

  /** Reads {@code head}: a channel, an Atom feed, or an Atom source. */
  static FeedHead read(XmlElement head) {
    List<Link> links = Links.in(head);
    Optional<Instant> published = Dates.first(head, PUBLISHED);
    Optional<Instant> updated =
        Dates.first(head, UPDATED).or(() -> FeedDates.read(head.attribute("lastmod")));
    return FeedHead.builder()
        .id(head.textOf(atom("id"), core("id"), core("guid"), dc("identifier"), PODCAST_GUID))
        .title(prose(head, TITLE))
        .description(prose(head, DESCRIPTION))
        .link(link(head, links))
        .self(Links.of(links, "self"))
        .language(language(head))
        .published(published)
        .updated(updated)
        .rights(prose(head, RIGHTS))
        .generator(generator(head))
        .image(image(head, links).or(() -> icon(head)))
        .icon(icon(head))
        .authors(authors(head))
        .contributors(People.in(head, CONTRIBUTORS))
        .categories(Categories.in(head))
        .links(links)
        .explicit(Flag.read(head.textOf(itunes("explicit"))))
        .hints(HintReader.read(head))
        .build();
  }

  /** The first of these that holds any prose. */
  static String prose(XmlElement parent, XmlName... names) {
    for (XmlElement element : parent.ranked(names)) {
      String html = Prose.html(element);
      if (!html.isEmpty()) {
        return html;
      }
    }
    return "";
  }

  private static Optional<URI> link(XmlElement head, List<Link> links) {
    return Links.page(head, links)
        .or(() -> imageLink(head))
        .or(() -> Links.of(links, "self"))
        .or(() -> Address.of("", head.textOf(atom("id"))).filter(HeadReader::isWeb));
  }

  /** True for addresses a browser can go to. */
  static boolean isWeb(URI address) {
    return "http".equals(address.getScheme()) || "https".equals(address.getScheme());
  }

  private static Optional<URI> imageLink(XmlElement head) {
    return head.first(core("image"))
        .flatMap(image -> image.first(core("link")))
        .flatMap(link -> Address.of(link.base(), link.text()));
  }

  private static String language(XmlElement head) {
    String said = head.textOf(LANGUAGE);
    return said.isEmpty() ? head.language() : said;
  }

  private static List<Person> authors(XmlElement head) {
    List<Person> authors = People.in(head, AUTHORS);
    return People.join(authors, People.in(head, SECOND_AUTHORS));
  }

  private static String generator(XmlElement head) {
    String said = head.textOf(core("generator"), atom("generator"));
    return said.isEmpty()
        ? head.first(new XmlName(Vocabulary.ADMIN, "generatoragent"))
            .map(agent -> agent.attribute("resource"))
            .orElse("")
        : said;
  }

  static Optional<URI> image(XmlElement parent, List<Link> links) {
    return parent.ranked(IMAGE).stream()
        .flatMap(HeadReader::pictured)
        .findFirst()
        .or(() -> Links.of(links, "image"));
  }

  private static Stream<URI> pictured(XmlElement image) {
    String url = image.textOf(core("url"), atom("url"));
    return Stream.of(
            url,
            image.attribute("href"),
            image.attribute("url"),
            image.attribute("resource"),
            image.hasElements() ? "" : image.text())
        .filter(reference -> !reference.isEmpty())
        .flatMap(reference -> Address.of(image.base(), reference).stream());
  }

  private static Optional<URI> icon(XmlElement head) {
    return head.first(atom("icon"), core("icon"), new XmlName(Vocabulary.OTHER, "icon"))
        .filter(icon -> !icon.text().toLowerCase(Locale.ROOT).startsWith("data:"))
        .flatMap(icon -> Address.of(icon.base(), icon.text()));
  }
}
