package org.headrace.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry with its readable text.
 *
 * @param entryId the entry's id within its feed
 * @param link where to read it; empty if the feed gave none
 * @param content whole text; empty if only a headline is known
 * @param text plain text of {@code content}, blocks separated by a line break
 * @param summary short plain text; empty if none
 * @param image lead image
 * @param topics the operator's, of the source
 * @param categories the publisher's own
 * @param language RFC 5646; empty if unknown
 * @param published as the publisher says
 * @param updated as the publisher says
 * @param seen when it was first met
 * @param note why the text is not the page's, in words for the operator; empty if it is
 */
public record Article(
    ArticleId id,
    SourceId source,
    String sourceName,
    String entryId,
    Optional<URI> link,
    PlainText title,
    List<PlainText> authors,
    CleanHtml content,
    String text,
    PlainText summary,
    Optional<URI> image,
    List<String> topics,
    List<PlainText> categories,
    List<Enclosure> enclosures,
    String language,
    PlainText rights,
    Optional<Instant> published,
    Optional<Instant> updated,
    Instant seen,
    TextOrigin origin,
    String note) {

  public Article {
    authors = List.copyOf(authors);
    topics = List.copyOf(topics);
    categories = List.copyOf(categories);
    enclosures = List.copyOf(enclosures);
  }
}
