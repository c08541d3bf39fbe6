package org.headrace.parse;

import static org.headrace.parse.XmlName.atom;
import static org.headrace.parse.XmlName.core;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headrace.model.Enclosure;
import org.headrace.model.Link;

/**
 * The links of a feed or an entry: those with attributes (Atom, in whatever format) and those that
 * are text (RSS).
 */
final class Links {
  private static final String IANA = "http://www.iana.org/assignments/relation/";
  private static final XmlName[] LINK = {core("link"), atom("link")};

  private Links() {}

  /** Every link stated, in document order, absolute. */
  static List<Link> in(XmlElement parent) {
    List<Link> links = new ArrayList<>();
    parent.all(LINK).forEach(element -> read(element).ifPresent(links::add));
    ownAddress(parent).ifPresent(links::add);
    for (XmlElement licence : parent.all(new XmlName(Vocabulary.LICENSE, "license"))) {
      String address = licence.text().isEmpty() ? licence.attribute("resource") : licence.text();
      Address.of(licence.base(), address)
          .ifPresent(uri -> links.add(new Link("license", uri.toString(), "", "", "", "")));
    }
    return links;
  }

  /** CDF puts the link on the element itself. */
  private static Optional<Link> ownAddress(XmlElement parent) {
    return parent.vocabulary() == Vocabulary.CORE
        ? Address.of(parent.base(), parent.attribute("href"))
            .map(uri -> new Link("alternate", uri.toString(), "", "", "", ""))
        : Optional.empty();
  }

  private static Optional<Link> read(XmlElement element) {
    boolean hasHref =
        element.attributes().stream().anyMatch(a -> a.name().equalsIgnoreCase("href"));
    String reference = hasHref ? element.attribute("href") : element.text();
    if (!hasHref && reference.isEmpty()) {
      return Optional.empty();
    }
    return Address.resolve(element.base(), reference)
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

  private static String relation(String rel) {
    if (rel.isEmpty()) {
      return "alternate";
    }
    return rel.startsWith(IANA) ? rel.substring(IANA.length()) : rel;
  }

  /** The page for people: an alternate that is HTML before one that is not. */
  static Optional<URI> page(List<Link> links) {
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

  /** Links that are attached media. */
  static List<Enclosure> enclosures(List<Link> links) {
    return links.stream()
        .filter(link -> link.rel().equals("enclosure") && !link.href().isEmpty())
        .map(link -> new Enclosure(link.href(), link.type(), Attachments.length(link.length())))
        .toList();
  }
}
