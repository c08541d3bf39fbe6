package org.headrace.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.headrace.model.ArticleId;
import org.headrace.store.Store;

/** Finds work that nobody does any more, and forgets what is old. */
public final class Housekeeping {
  private static final int AT_ONCE = 1000;
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final Store store;
  private final Duration patience;
  private final Duration retention;
  private final InstantSource clock;

  /**
   * Keeps {@code store}.
   *
   * @param patience longest rest of a host after which its pages are still read
   * @param retention how long articles are remembered after they were last seen
   */
  public Housekeeping(Store store, Duration patience, Duration retention, InstantSource clock) {
    this.store = store;
    this.patience = patience;
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * Entries that need no page, or whose page is not waited for any longer: their message was lost,
   * their reader died, or their time for another attempt came.
   */
  public List<ArticleId> unread() {
    store.pages().giveUp(patience, clock.instant());
    return store.articles().lapsedUnread(AT_ONCE, LEASE, clock.instant());
  }

  /** Articles that were read but whose story was never decided. */
  public List<ArticleId> ungrouped() {
    return store.articles().lapsedUngrouped(AT_ONCE, LEASE, clock.instant());
  }

  /** Forgets what is older than the retention. */
  public void forget() {
    store.articles().forget(clock.instant().minus(retention));
    store.digests().forget(clock.instant().minus(retention));
    store.search().forget();
  }
}
