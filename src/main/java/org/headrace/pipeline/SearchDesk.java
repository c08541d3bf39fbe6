package org.headrace.pipeline;

import java.time.InstantSource;
import java.util.List;
import org.headrace.model.Story;
import org.headrace.publish.OutputWriter;
import org.headrace.publish.Publication;
import org.headrace.store.Store;

/** Answers who looks for stories by their words, and keeps the index at hand. */
public final class SearchDesk {
  private static final int MOST = 50;

  /** What is found and not wanted on the pages makes room for no other beyond this. */
  private static final int MOST_LOOKED_AT = 200;

  private static final int STEPS = 20;

  private final Store store;
  private final Publication site;
  private final Selection selection;
  private final InstantSource clock;

  /**
   * Over {@code store}.
   *
   * @param site what stands around the page; its stories don't matter
   * @param selection what of the store is shown to everybody
   */
  public SearchDesk(
      Store store, Publication site, Selection selection, InstantSource clock) {
    this.store = store;
    this.site = site;
    this.selection = selection;
    this.clock = clock;
  }

  /** A page of HTML with the stories that have all words of {@code query}, newest first. */
  public byte[] page(String query) {
    StoryChoice choice = new StoryChoice(store);
    choice.turn(store.sources().listed());
    List<Story> found =
        store.stories().read(store.search().find(query, MOST_LOOKED_AT)).stream()
            .filter(story -> choice.wants(selection, story, clock.instant()))
            .sorted((one, other) -> other.published().compareTo(one.published()))
            .limit(MOST)
            .toList();
    return OutputWriter.search(site.with(found), query);
  }

  /** Brings what changed into the index; a long way behind, a part of it. */
  public void catchUp() {
    for (int i = 0; i < STEPS && store.search().catchUp(); i++) {
      continue;
    }
  }
}
