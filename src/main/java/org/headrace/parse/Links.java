package org.headrace.parse;

import static org.headrace.parse.XmlName.atom;
import static org.headrace.parse.XmlName.core;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Enclosure;
import org.headrace.model.Link;

/**
 * The links of a feed or an entry: those with attributes (Atom, in whatever format) and those that
 * are text (RSS).
 */
final class Links {
  private static final String IANA = "http://www.iana.org/assignments/relation/";
  private static final XmlName[] LINK = {core("link"), atom("link"), XmlName.itunes("link")};

  /** What FeedBurner's counting redirect leads to. */
  private static final XmlName ORIGINAL = new XmlName(Vocabulary.FEEDBURNER, "origlink");

  /** What modules link to, by the relation it stands in. */
  private static final Map<XmlName, String> MODULES =
      Map.of(
          new XmlName(Vocabulary.PODCAST, "transcript"), "transcript",
          new XmlName(Vocabulary.PODCAST, "chapters"), "chapters",
          new XmlName(Vocabulary.PODCAST, "funding"), "payment",
          new XmlName(Vocabulary.THREAD, "in-reply-to"), "in-reply-to",
          new XmlName(Vocabulary.COMMENT_API, "commentrss"), "replies");

  private static final XmlName[] MODULE_NAMES = MODULES.keySet().toArray(XmlName[]::new);

  private Links() {}

  /** Every link stated, in document order, absolute. */
  static List<Link> in(XmlElement parent) {
    List<Link> links = new ArrayList<>();
    parent.all(LINK).forEach(element -> read(element).ifPresent(links::add));
    ownAddress(parent).ifPresent(links::add);
    parent.first(ORIGINAL).flatMap(Links::original).ifPresent(links::add);
    for (XmlElement licence : parent.all(new XmlName(Vocabulary.LICENSE, "license"))) {
      String address = licence.text().isEmpty() ? licence.attribute("resource") : licence.text();
      Address.of(licence.base(), address)
          .ifPresent(uri -> links.add(new Link("license", uri.toString(), "", "", "", "")));
    }
    parent.all(MODULE_NAMES).forEach(element -> ofModule(element).ifPresent(links::add));
    return links;
  }

  private static Optional<Link> ofModule(XmlElement element) {
    String url = element.attribute("url");
    String href = url.isEmpty() ? element.attribute("href") : url;
    XmlName name = new XmlName(element.vocabulary(), element.local());
    String rel = MODULES.getOrDefault(name, "related");
    boolean isFeed = rel.equals("replies");
    return Address.of(element.base(), href.isEmpty() && isFeed ? element.text() : href)
        .map(
            uri ->
                new Link(
                    rel,
                    uri.toString(),
                    isFeed ? "application/rss+xml" : element.attribute("type"),
                    rel.equals("payment") ? element.text() : "",
                    element.attribute("language"),
                    ""));
  }

  private static Optional<Link> original(XmlElement element) {
    return Address.of(element.base(), element.text())
        .map(uri -> new Link("canonical", uri.toString(), "", "", "", ""));
  }

  /** CDF puts the link on the element itself. */
  private static Optional<Link> ownAddress(XmlElement parent) {
    return parent.vocabulary() == Vocabulary.CORE
        ? Address.of(parent.base(), parent.attribute("href"))
            .map(uri -> new Link("alternate", uri.toString(), "", "", "", ""))
        : Optional.empty();
  }

  private static Optional<Link> read(XmlElement element) {
    if (!hasHref(element) && element.text().isEmpty()) {
      return Optional.empty();
    }
    return Address.resolve(element.base(), reference(element))
        .map(
            href ->
                new Link(
                    relation(element.attribute("rel")),
                    href,
                    element.attribute("type"),
                    element.attribute("title"),
                    element.attribute("hreflang"),
                    element.attribute("length")));
  }

  private static boolean hasHref(XmlElement element) {
    return element.attributes().stream().anyMatch(a -> a.name().equalsIgnoreCase("href"));
  }

  private static String reference(XmlElement element) {
    return hasHref(element) ? element.attribute("href") : element.text();
  }

  private static String relation(String rel) {
    if (rel.isEmpty()) {
      return "alternate";
    }
    return rel.startsWith(IANA) ? rel.substring(IANA.length()) : rel;
  }

  /**
   * The page for people: what RSS says, else what Atom says. A feed that says it twice is taken at
   * its last word, as most readers do.
   */
  static Optional<URI> page(XmlElement parent, List<Link> links) {
    return parent.all(core("link")).stream()
        .filter(link -> relation(link.attribute("rel")).equals("alternate"))
        .flatMap(link -> Address.of(link.base(), reference(link)).stream())
        .reduce((earlier, later) -> later)
        .or(() -> page(links));
  }

  /** Among Atom links: an alternate that is HTML before one that is not. */
  private static Optional<URI> page(List<Link> links) {
    List<Link> pages = links.stream().filter(link -> link.rel().equals("alternate")).toList();
    return pages.stream()
        .filter(link -> link.type().isEmpty() || link.type().contains("html"))
        .findFirst()
        .or(() -> pages.stream().findFirst())
        .flatMap(link -> Address.of("", link.href()));
  }

  /** The first link of that relation. */
  static Optional<URI> of(List<Link> links, String rel) {
    return links.stream()
        .filter(link -> link.rel().toLowerCase(Locale.ROOT).equals(rel))
        .findFirst()
        .flatMap(link -> Address.of("", link.href()));
  }

  /** The first link of that relation, one to an HTML page before others. */
  static Optional<URI> readable(List<Link> links, String rel) {
    return of(links.stream().filter(link -> link.type().contains("html")).toList(), rel)
        .or(() -> of(links, rel));
  }

  /** Links that are attached media. */
  static List<Enclosure> enclosures(List<Link> links) {
    return links.stream()
        .filter(link -> link.rel().equals("enclosure") && !link.href().isEmpty())
        .map(link -> new Enclosure(link.href(), link.type(), Attachments.length(link.length())))
        .toList();
  }
}
