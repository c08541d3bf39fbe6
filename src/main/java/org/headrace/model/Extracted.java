package org.headrace.model;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a page.
 *
 * @param kind whether it is an article at all
 * @param html the article's body as found, addresses as found: not safe to show before cleaning;
 *     empty if no article
 * @param text its plain text, blocks separated by a line break, without captions; empty if none
 * @param title the headline without the site's name; empty if none
 * @param authors names of people
 * @param published with the zone the page gave
 * @param modified with the zone the page gave
 * @param image the lead image, absolute
 * @param siteName empty if none
 * @param language RFC 5646; empty if unknown
 * @param canonical the address the page calls its own, absolute
 * @param section empty if none
 * @param nextPage the following page of the same article, absolute
 * @param base what relative addresses in {@code html} are relative to
 */
public record Extracted(
    PageKind kind,
    String html,
    String text,
    String title,
    List<String> authors,
    Optional<OffsetDateTime> published,
    Optional<OffsetDateTime> modified,
    Optional<URI> image,
    String siteName,
    String language,
    Optional<URI> canonical,
    String section,
    Optional<URI> nextPage,
    URI base) {

  public Extracted {
    authors = List.copyOf(authors);
  }
}
