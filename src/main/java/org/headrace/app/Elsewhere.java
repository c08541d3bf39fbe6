package org.headrace.app;

import java.time.InstantSource;
import org.headrace.model.ArticleId;
import org.headrace.model.StoryId;
import org.headrace.store.Store;

/** What this node leaves to others on the same store. */
public final class Elsewhere {
  private final Store store;
  private final InstantSource clock;

  Elsewhere(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Whoever looks for entries to read next finds this one. */
  public void scrape(ArticleId id) {
    store.articles().leave(id, clock.instant());
  }

  /** Whoever looks for articles to group next finds this one. */
  public void deduplicate(ArticleId id) {
    store.articles().leave(id, clock.instant());
  }

  /** Others see by themselves that a story has changed. */
  public void publish(StoryId id) {}
}
