package org.headrace.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A story as every format shows it: all texts legal and plain, all addresses fit for publishing.
 *
 * @param id the {@code tag:} URI
 * @param link where the original stands; our own page if it has no address
 * @param page path of our own page with the whole text, below the base address
 * @param title never empty
 * @param authors never empty: the source's name if nobody is named
 * @param body HTML: lead image, once, and the text; empty if there is only a headline
 * @param content what goes into a feed: the body, then the small line
 * @param summary short plain text; empty if there is nothing to say beyond the title
 * @param summaryIsAll true if the summary says the same as the body
 * @param minutes to read the whole text; empty if less than one or only a summary is known
 * @param categories topics, then the publisher's own, no two alike but for case
 * @param language RFC 5646; empty if unknown
 * @param changed when there was last something new about it; for caches only
 * @param origin where the text comes from, in one word
 */
public record PublishedStory(
    String id,
    String link,
    String page,
    String title,
    List<String> authors,
    Origin source,
    String body,
    String content,
    String summary,
    boolean summaryIsAll,
    Optional<String> image,
    OptionalInt minutes,
    List<Also> alsoIn,
    List<String> topics,
    List<String> categories,
    List<Attachment> attachments,
    String language,
    String rights,
    Instant published,
    Instant updated,
    Instant changed,
    String origin) {

  /**
   * Where a story comes from.
   *
   * @param name never empty
   * @param feed address of the feed; empty if the source is no longer listed
   * @param site address of the front page; empty if it is not known
   */
  public record Origin(String name, Optional<String> feed, Optional<String> site) {}

  /** Another source of the same story. {@code link} is empty if it has no address. */
  public record Also(String name, String title, Optional<String> link) {}

  /** The same with another time. */
  PublishedStory updated(Instant other) {
    return new PublishedStory(
        id,
        link,
        page,
        title,
        authors,
        source,
        body,
        content,
        summary,
        summaryIsAll,
        image,
        minutes,
        alsoIn,
        topics,
        categories,
        attachments,
        language,
        rights,
        published,
        other,
        changed,
        origin);
  }

  /** The authors as one text; empty if only the source is known. */
  public String byline() {
    return authors.equals(List.of(source.name())) ? "" : String.join(", ", authors);
  }
}
