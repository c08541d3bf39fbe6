package org.headrace.publish;

import java.util.List;
import java.util.Optional;

/**
 * What a feed document says of itself, the same in all formats. All addresses are absolute.
 *
 * @param id of the feed, for ever
 * @param title plain text, never empty
 * @param description plain text, never empty
 * @param site base of the whole site, ending in "/"
 * @param base the path of {@code site}: begins and ends with "/"
 * @param page for people
 * @param feed the document's own address without its ending
 * @param hubs tell of its changes (WebSub)
 * @param place where it stands in the history of its feed
 * @param generator name and version of the program; empty if it is not told
 */
record Masthead(
    String id,
    String title,
    String description,
    String site,
    String base,
    String page,
    String feed,
    List<String> hubs,
    Place place,
    String generator) {

  /**
   * A feed and its archive, by addresses without their endings (RFC 5005, 4). Of a document that is
   * part of the archive, {@code current} is the feed that people subscribe to.
   */
  record Place(Optional<String> current, Optional<String> previous, Optional<String> next) {
    /** A feed without an archive. */
    static final Place ALONE = new Place(Optional.empty(), Optional.empty(), Optional.empty());

    boolean isArchive() {
      return current.isPresent();
    }
  }

  Masthead {
    hubs = List.copyOf(hubs);
  }

  /** The feed itself. */
  static Masthead of(Publication publication) {
    return of(
        publication,
        publication.at(publication.feedPath()),
        new Place(
            Optional.empty(), publication.archive().map(publication::archived), Optional.empty()));
  }

  /** A part of its archive. */
  static Masthead of(ArchivePart part) {
    Publication feed = part.publication();
    return of(
        feed,
        feed.archived(part.name()),
        new Place(
            Optional.of(feed.at(feed.feedPath())),
            part.previous().map(feed::archived),
            part.next().map(feed::archived)));
  }

  private static Masthead of(Publication publication, String feed, Place place) {
    return new Masthead(
        publication.page(),
        FeedTexts.title(publication),
        FeedTexts.description(publication),
        publication.at(""),
        publication.base(),
        publication.page(),
        feed,
        place.isArchive() ? List.of() : publication.hubs(),
        place,
        LegalText.line(publication.generator()));
  }

  /** Absolute address of the document in one format: "atom", "rss" or "json". */
  String self(String format) {
    return feed + "." + format;
  }

  /** For the {@code Link} header (RFC 8288); empty without a hub, as nobody needs it then. */
  String links(String format) {
    if (hubs.isEmpty()) {
      return "";
    }
    StringBuilder links = new StringBuilder();
    hubs.forEach(hub -> links.append('<').append(hub).append(">; rel=\"hub\", "));
    return links.append('<').append(self(format)).append(">; rel=\"self\"").toString();
  }
}
