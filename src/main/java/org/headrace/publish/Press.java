package org.headrace.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.headrace.model.Source;

/**
 * Makes the documents of a site again and again, and each time only those whose content changed:
 * the others are taken over from what is served.
 */
public final class Press {
  private final Editions held;
  private Map<String, Object> madeOf = Map.of();
  private Typesetter typesetter = new Typesetter(List.of());
  private List<Source> sources = List.of();
  private FeedParts parts = new FeedParts();

  /** Of the site that {@code held} serves. */
  public Press(Editions held) {
    this.held = held;
  }

  /**
   * All documents of the site.
   *
   * @param publications the whole first; the same story or list of sources, if nothing of it has
   *     changed, should come as the same object
   * @param notices feeds of what the program itself writes
   */
  public List<Edition> print(Collection<Publication> publications, Collection<NoticeFeed> notices) {
    List<Source> listed =
        publications.stream().findFirst().map(Publication::sources).orElse(List.of());
    typesetter = typesetter.next(listed, listed.equals(sources));
    sources = listed;
    parts = parts.next();
    Run run = new Run();
    publications.forEach(run::write);
    notices.forEach(run::write);
    madeOf = run.madeOf;
    return List.copyOf(run.written.values());
  }

  /** One time through. */
  private final class Run {
    private final Map<String, Edition> written = new LinkedHashMap<>();
    private final Map<String, Object> madeOf = new HashMap<>();

    /** What a page with a list of stories shows. */
    private record Front(
        Masthead masthead,
        List<PublishedStory> stories,
        List<Source> sources,
        List<String> topics,
        List<Publication.Other> others) {}

    /** What a feed shows. */
    private record Feed(Masthead masthead, List<PublishedStory> stories) {}

    private record Page(Frame frame, PublishedStory story) {}

    void write(Publication publication) {
      List<PublishedStory> stories = typesetter.set(publication);
      Masthead masthead = Masthead.of(publication);
      Instant changed = FeedTexts.changed(stories);
      add(
          "/" + publication.path(),
          new Front(
              masthead, stories, publication.sources(), publication.topics(), publication.others()),
          Pages.MEDIA_TYPE,
          () -> Pages.print("front.jte", FrontPage.of(publication, stories)),
          changed);
      feeds("/" + publication.feedPath(), masthead, stories);
      if (publication.isWhole()) {
        add(
            "/opml",
            List.of(masthead.title(), publication.sources()),
            OpmlWriter.MEDIA_TYPE,
            () -> OpmlWriter.write(publication),
            changed);
        assets();
      }
      Frame frame = Frame.of(publication).ofStory();
      for (PublishedStory story : stories) {
        String path = "/" + story.page();
        if (!written.containsKey(path)) {
          add(
              path,
              new Page(frame, story),
              Pages.MEDIA_TYPE,
              () -> StoryPage.print(frame, story),
              story.changed());
        }
      }
    }

    void write(NoticeFeed feed) {
      String title = LegalText.line(feed.title());
      String site = WebAddress.of(feed.address()).orElseThrow();
      List<PublishedStory> stories =
          feed.notices().stream().map(notice -> notice.set(site, title)).toList();
      Masthead masthead =
          new Masthead(
              site + feed.path(),
              title,
              LegalText.line(feed.description()),
              site,
              feed.address().getRawPath(),
              site,
              site + feed.path(),
              feed.hubs(),
              Masthead.Place.ALONE,
              LegalText.line(feed.generator()));
      feeds("/" + feed.path(), masthead, stories);
    }

    private void feeds(String path, Masthead masthead, List<PublishedStory> stories) {
      Feed content = new Feed(masthead, stories);
      boolean same = content.equals(Press.this.madeOf.get(path + ".atom"));
      List<Edition> kept =
          same
              ? List.of(".atom", ".rss", ".json").stream()
                  .flatMap(ending -> held.find(path + ending).stream())
                  .toList()
              : List.of();
      List<Edition> feeds =
          kept.size() == 3 ? kept : new FeedWriter(held, parts).write(masthead, path, stories);
      feeds.forEach(edition -> written.putIfAbsent(edition.path(), edition));
      madeOf.put(path + ".atom", content);
    }

    private void assets() {
      asset("/style.css", "text/css; charset=utf-8");
      asset("/feed.css", "text/css; charset=utf-8");
      asset("/favicon.ico", "image/x-icon");
      asset("/icon.svg", "image/svg+xml");
    }

    private void asset(String path, String mediaType) {
      add(path, path, mediaType, () -> resource(path.substring(1)), FeedTexts.NEVER);
    }

    private void add(
        String path, Object content, String mediaType, Supplier<byte[]> document, Instant changed) {
      boolean same = content.equals(Press.this.madeOf.get(path));
      Edition edition =
          held.find(path)
              .filter(before -> same)
              .orElseGet(() -> fresh(path, mediaType, document.get(), changed));
      written.putIfAbsent(path, edition);
      madeOf.put(path, content);
    }

    private Edition fresh(String path, String mediaType, byte[] document, Instant changed) {
      return held.find(path)
          .map(
              before ->
                  before.isSame(mediaType, document, "")
                      ? before
                      : Edition.of(path, mediaType, document, before.next(changed)))
          .orElseGet(() -> Edition.of(path, mediaType, document, changed));
    }
  }

  private static byte[] resource(String name) {
    try (InputStream asset = Press.class.getResourceAsStream(name)) {
      if (asset == null) {
        throw new IllegalStateException("missing from the program: " + name);
      }
      return asset.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
