package org.headrace.publish;

import java.util.Collection;
import java.util.List;

/** Writes publications in every format. The same publications give the same documents. */
public final class OutputWriter {
  private OutputWriter() {}

  /** All documents of one publication. */
  public static List<Edition> editions(Publication publication) {
    return site(List.of(publication), new Editions());
  }

  /** The feed of one publication in the three formats: Atom, RSS, JSON Feed. */
  public static List<Edition> feeds(Publication publication) {
    List<PublishedStory> stories = new Typesetter(publication.sources()).set(publication);
    return new FeedWriter(new Editions(), new FeedParts())
        .write(Masthead.of(publication), "/" + publication.feedPath(), stories);
  }

  /** One part of the archive of a feed, in the three formats. */
  public static List<Edition> archive(ArchivePart part) {
    Publication publication = part.publication();
    List<PublishedStory> stories = new Typesetter(publication.sources()).set(publication);
    return new FeedWriter(new Editions(), new FeedParts())
        .write(Masthead.of(part), "/" + publication.archivePath(part.name()), stories);
  }

  /**
   * The page with the stories that have the words of {@code query}.
   *
   * @param found the site, with these stories alone
   */
  public static byte[] search(Publication found, String query) {
    List<PublishedStory> stories = new Typesetter(found.sources()).set(found);
    return Pages.print(
        "search.jte", new SearchPage(Frame.of(found), LegalText.line(query), stories));
  }

  /** The page of each story of {@code publication}. */
  public static List<Edition> pages(Publication publication) {
    Frame frame = Frame.of(publication);
    return new Typesetter(publication.sources())
        .set(publication).stream().map(story -> StoryPage.edition(frame, story)).toList();
  }

  /**
   * All documents of a site. A story's page is written once, by the first publication that has it.
   *
   * @param publications the whole first, then topics
   * @param held what is served now: a document that did not change is taken from there
   */
  public static List<Edition> site(Collection<Publication> publications, Editions held) {
    return new Press(held).print(publications, List.of());
  }
}
