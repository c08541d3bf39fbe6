package org.headrace.publish;

import java.time.Instant;
import java.util.List;

/** Writes a feed in the three formats, and keeps the document that is served if it is the same. */
final class FeedWriter {
  private final Editions held;
  private final FeedParts parts;

  /**
   * Beside {@code held}, which is served now.
   *
   * @param parts the stories that were written before
   */
  FeedWriter(Editions held, FeedParts parts) {
    this.held = held;
    this.parts = parts;
  }

  private interface Format {
    byte[] write(Masthead masthead, List<PublishedStory> stories, FeedParts parts);
  }

  /**
   * The documents.
   *
   * @param path of the feed without its ending; begins with "/"
   */
  List<Edition> write(Masthead masthead, String path, List<PublishedStory> stories) {
    return List.of(
        write(masthead, path, "atom", AtomWriter.MEDIA_TYPE, FeedWriter::atom, stories),
        write(masthead, path, "rss", RssWriter.MEDIA_TYPE, FeedWriter::rss, stories),
        write(masthead, path, "json", JsonFeedWriter.MEDIA_TYPE, FeedWriter::json, stories));
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
    byte[] document = format.write(masthead, stories, parts);
    Instant changed = FeedTexts.changed(stories);
    // it lives for as long as the document, so it must not hold the parts of all feeds
    FeedChanges changes =
        FeedChanges.of(stories, some -> format.write(masthead, some, new FeedParts()));
    return held.find(at)
        .map(
            before ->
                before.isSame(mediaType, document, link)
                    ? before
                    : Edition.feed(
                        at, mediaType, document, before.next(changed), link, changes.after(before)))
        .orElseGet(() -> Edition.feed(at, mediaType, document, changed, link, changes));
  }

  private static byte[] atom(Masthead masthead, List<PublishedStory> stories, FeedParts parts) {
    return AtomWriter.write(masthead, stories, parts.atom());
  }

  private static byte[] rss(Masthead masthead, List<PublishedStory> stories, FeedParts parts) {
    return RssWriter.write(masthead, stories, parts.rss());
  }

  private static byte[] json(Masthead masthead, List<PublishedStory> stories, FeedParts parts) {
    return JsonFeedWriter.write(masthead, stories, parts.json());
  }
}
