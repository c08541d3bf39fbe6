package org.headrace.publish;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/** Writes a feed in the three formats, and keeps the document that is served if it is the same. */
final class FeedWriter {
  private final Editions held;

  /** Beside {@code held}, which is served now. */
  FeedWriter(Editions held) {
    this.held = held;
  }

  private interface Format extends BiFunction<Masthead, List<PublishedStory>, byte[]> {}

  /**
   * The documents.
   *
   * @param path of the feed without its ending; begins with "/"
   */
  List<Edition> write(Masthead masthead, String path, List<PublishedStory> stories) {
    return List.of(
        write(masthead, path, "atom", AtomWriter.MEDIA_TYPE, AtomWriter::write, stories),
        write(masthead, path, "rss", RssWriter.MEDIA_TYPE, RssWriter::write, stories),
        write(masthead, path, "json", JsonFeedWriter.MEDIA_TYPE, JsonFeedWriter::write, stories));
  }

  private Edition write(
      Masthead masthead,
      String path,
      String ending,
      String mediaType,
      Format format,
      List<PublishedStory> stories) {
    String at = path + "." + ending;
    String link = masthead.links(ending);
    byte[] document = format.apply(masthead, stories);
    Instant changed = FeedTexts.changed(stories);
    FeedChanges changes = FeedChanges.of(stories, some -> format.apply(masthead, some));
    return held.find(at)
        .map(
            before ->
                before.isSame(mediaType, document, link)
                    ? before
                    : Edition.feed(
                        at, mediaType, document, before.next(changed), link, changes.after(before)))
        .orElseGet(() -> Edition.feed(at, mediaType, document, changed, link, changes));
  }
}
