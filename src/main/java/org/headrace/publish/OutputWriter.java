package org.headrace.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes publications in every format. The same publications give the same documents. */
public final class OutputWriter {
  private final Editions held;
  private final Map<String, Edition> written = new LinkedHashMap<>();

  private OutputWriter(Editions held) {
    this.held = held;
  }

  /** All documents of one publication. */
  public static List<Edition> editions(Publication publication) {
    return site(List.of(publication), new Editions());
  }

  /**
   * All documents of a site. A story's page is written once, by the first publication that has it.
   *
   * @param publications the whole first, then topics
   * @param held what is served now: a document that did not change is taken from there
   */
  public static List<Edition> site(Collection<Publication> publications, Editions held) {
    OutputWriter writer = new OutputWriter(held);
    publications.forEach(writer::write);
    return List.copyOf(writer.written.values());
  }

  private void write(Publication publication) {
    List<PublishedStory> stories = Typesetter.set(publication);
    Instant changed = FeedTexts.changed(stories);
    String page = "/" + publication.path();
    add(page, Pages.MEDIA_TYPE, front(publication, stories), changed);
    add(
        "/" + publication.feed("atom"),
        AtomWriter.MEDIA_TYPE,
        AtomWriter.write(publication, stories),
        changed);
    add(
        "/" + publication.feed("rss"),
        RssWriter.MEDIA_TYPE,
        RssWriter.write(publication, stories),
        changed);
    add(
        "/" + publication.feed("json"),
        JsonFeedWriter.MEDIA_TYPE,
        JsonFeedWriter.write(publication, stories),
        changed);
    if (publication.isWhole()) {
      add("/opml", OpmlWriter.MEDIA_TYPE, OpmlWriter.write(publication), changed);
      assets();
    }
    storyPages(publication, stories);
  }

  private static byte[] front(Publication publication, List<PublishedStory> stories) {
    return Pages.print("front.jte", FrontPage.of(publication, stories));
  }

  private void storyPages(Publication publication, List<PublishedStory> stories) {
    Frame frame = Frame.of(publication);
    for (PublishedStory story : stories) {
      String path = "/" + story.page();
      if (!written.containsKey(path)) {
        byte[] page = Pages.print("story.jte", new StoryPage(frame, story));
        add(path, Pages.MEDIA_TYPE, page, story.changed());
      }
    }
  }

  private void assets() {
    add("/style.css", "text/css; charset=utf-8", asset("style.css"), FeedTexts.NEVER);
    add("/feed.css", "text/css; charset=utf-8", asset("feed.css"), FeedTexts.NEVER);
    add("/favicon.ico", "image/x-icon", asset("favicon.ico"), FeedTexts.NEVER);
    add("/icon.svg", "image/svg+xml", asset("icon.svg"), FeedTexts.NEVER);
  }

  private void add(String path, String mediaType, byte[] plain, Instant changed) {
    Edition edition =
        held.find(path)
            .map(before -> before.next(mediaType, plain, changed))
            .orElseGet(() -> Edition.of(path, mediaType, plain, changed));
    written.putIfAbsent(path, edition);
  }

  private static byte[] asset(String name) {
    try (InputStream asset = OutputWriter.class.getResourceAsStream(name)) {
      if (asset == null) {
        throw new IllegalStateException("missing from the program: " + name);
      }
      return asset.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
