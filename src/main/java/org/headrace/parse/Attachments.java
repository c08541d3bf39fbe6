package org.headrace.parse;

import static org.headrace.parse.XmlName.core;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.headrace.model.Enclosure;
import org.headrace.model.Link;

/**
 * Attached media: RSS and Atom enclosures, and Media RSS.
 *
 * @see <a href="https://www.rssboard.org/media-rss">Media RSS</a>
 */
final class Attachments {
  private static final XmlName GROUP = XmlName.media("group");
  private static final XmlName CONTENT = XmlName.media("content");
  private static final XmlName THUMBNAIL = XmlName.media("thumbnail");

  /** What FeedBurner's counting redirect leads to. */
  private static final XmlName ORIGINAL = new XmlName(Vocabulary.FEEDBURNER, "origenclosurelink");

  private static final XmlName ALTERNATIVE = new XmlName(Vocabulary.PODCAST, "alternateenclosure");

  private Attachments() {}

  /** In feed order, each address once. */
  static List<Enclosure> enclosures(XmlElement entry, List<Link> links) {
    List<Enclosure> stated = stated(entry, links);
    Optional<URI> original =
        entry.first(ORIGINAL).flatMap(link -> Address.of(link.base(), link.text()));
    if (stated.isEmpty() || original.isEmpty()) {
      return stated;
    }
    Enclosure counted = stated.getFirst();
    List<Enclosure> uncounted = new ArrayList<>(stated);
    uncounted.set(0, new Enclosure(original.get().toString(), counted.type(), counted.length()));
    return uncounted;
  }

  private static List<Enclosure> stated(XmlElement entry, List<Link> links) {
    Map<String, Enclosure> found = new LinkedHashMap<>();
    for (XmlElement element : entry.all(core("enclosure"), core("enc"))) {
      String address = element.attribute("url");
      String given = address.isEmpty() ? element.attribute("href") : address;
      read(element, given, "length").ifPresent(one -> found.putIfAbsent(one.address(), one));
    }
    Links.enclosures(links).forEach(one -> found.putIfAbsent(one.address(), one));
    return List.copyOf(found.values());
  }

  /** Media RSS contents, alone or in groups, and other forms of a podcast's recording. */
  static List<Enclosure> media(XmlElement entry) {
    List<Enclosure> found = new ArrayList<>();
    contents(entry)
        .forEach(one -> read(one, one.attribute("url"), "filesize").ifPresent(found::add));
    for (XmlElement other : entry.all(ALTERNATIVE)) {
      other
          .first(new XmlName(Vocabulary.PODCAST, "source"))
          .flatMap(source -> Address.of(source.base(), source.attribute("uri")))
          .map(
              uri ->
                  new Enclosure(
                      uri.toString(), other.attribute("type"), length(other.attribute("length"))))
          .ifPresent(found::add);
    }
    return found;
  }

  /** The first thumbnail, wherever Media RSS allows one; else the first picture. */
  static Optional<URI> thumbnail(XmlElement entry) {
    Stream<XmlElement> holders =
        Stream.concat(
            Stream.concat(Stream.of(entry), entry.all(GROUP).stream()), contents(entry).stream());
    return holders
        .flatMap(holder -> holder.all(THUMBNAIL).stream())
        .map(Attachments::pictureAddress)
        .flatMap(Optional::stream)
        .findFirst()
        .or(
            () ->
                contents(entry).stream()
                    .filter(Attachments::isPicture)
                    .map(Attachments::pictureAddress)
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  private static Optional<URI> pictureAddress(XmlElement picture) {
    String url = picture.attribute("url");
    return Address.of(picture.base(), url.isEmpty() ? picture.text() : url);
  }

  private static boolean isPicture(XmlElement content) {
    return content.attribute("medium").equals("image")
        || content.attribute("type").startsWith("image/");
  }

  private static List<XmlElement> contents(XmlElement entry) {
    List<XmlElement> contents = new ArrayList<>();
    for (XmlElement child : entry.all(GROUP, CONTENT)) {
      if (child.is(GROUP)) {
        contents.addAll(child.all(CONTENT));
      } else {
        contents.add(child);
      }
    }
    return contents;
  }

  private static Optional<Enclosure> read(XmlElement element, String reference, String length) {
    return Address.of(element.base(), reference)
        .map(
            address ->
                new Enclosure(
                    address.toString(),
                    element.attribute("type"),
                    length(element.attribute(length))));
  }

  /** Bytes; empty if {@code written} is no number. */
  static OptionalLong length(String written) {
    try {
      long length = Long.parseLong(written.strip());
      return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    } catch (NumberFormatException notANumber) {
      return OptionalLong.empty();
    }
  }
}
