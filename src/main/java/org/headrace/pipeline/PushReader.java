package org.headrace.pipeline;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.headrace.model.ArticleId;
import org.headrace.model.Feed;
import org.headrace.model.Page;
import org.headrace.parse.FeedParser;
import org.headrace.parse.UnreadableFeedException;
import org.headrace.store.PolledEntry;
import org.headrace.store.SourceStatus;
import org.headrace.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a hub sends as a poll would read it. A hub may send only what has changed, so what is
 * missing says nothing. Whatever cannot be read is a sign that there is news: the source is polled.
 */
public final class PushReader {
  private static final Logger LOG = LoggerFactory.getLogger(PushReader.class);

  /** Entries beyond are found by housekeeping. */
  private static final int MOST_WAITING = 10_000;

  private final Store store;
  private final Duration shortest;
  private final InstantSource clock;
  private final BlockingQueue<ArticleId> waiting = new LinkedBlockingQueue<>(MOST_WAITING);

  /**
   * A reader into {@code store}.
   *
   * @param shortest least time between two polls of a source whose hub only says that there is news
   */
  public PushReader(Store store, Duration shortest, InstantSource clock) {
    this.store = store;
    this.shortest = shortest;
    this.clock = clock;
  }

  /** Keeps what {@code body} holds; says in words what that was. */
  String read(SourceStatus source, String contentType, byte[] body) {
    List<PolledEntry> entries = entries(source, contentType, body);
    if (entries.isEmpty()) {
      boolean due = store.turns().hasten(source.source().id(), shortest, clock.instant());
      return due ? "says that there is news" : "says that there is news; it is not asked for now";
    }
    Optional<List<ArticleId>> fresh =
        store.turns().pushed(source.source().id(), entries, clock.instant());
    fresh.ifPresent(ids -> ids.forEach(waiting::offer));
    return "sent " + (entries.size() == 1 ? "1 entry" : entries.size() + " entries");
  }

  /** Gives the entries that came since the last call and are to be read, already in the store. */
  public List<ArticleId> fresh() {
    List<ArticleId> ids = new ArrayList<>();
    waiting.drainTo(ids);
    return ids;
  }

  private static List<PolledEntry> entries(SourceStatus source, String contentType, byte[] body) {
    URI address = source.state().address(source.source());
    Page page = Page.of(address, contentType, body);
    try {
      Feed feed = Desk.parse(page, FeedParser::parse);
      return Desk.read(body.length, () -> FeedEntries.of(source.source(), feed));
    } catch (UnreadableFeedException noFeed) {
      return List.of();
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("a fault of the program while reading what a hub sent for {}", address, e);
      return List.of();
    }
  }
}
