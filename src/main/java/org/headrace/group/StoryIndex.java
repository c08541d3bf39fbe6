package org.headrace.group;

import java.time.Instant;
import java.util.List;
import org.headrace.model.Arrival;
import org.headrace.model.ArticleId;
import org.headrace.model.Grouping;
import org.headrace.model.Marks;
import org.headrace.model.Remembered;
import org.headrace.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * Knows the articles of the last days and decides which story a new one belongs to.
 *
 * <p>Its state follows from the articles it was told of and their order alone: told of the same
 * window again, it decides the same. In memory are their marks, about 200 bytes an article; what is
 * found by them is asked for in full. Not safe for use by several threads at once.
 */
public final class StoryIndex {
  private final GroupSettings settings;
  private final Memory memory = new Memory();
  private final Shelf shelf = new Shelf();
  private Instant latest = Instant.MIN;
  private @Nullable Arrival last;
  private Marks marksOfLast = Marks.NONE;

  /** An index that knows nothing yet. */
  public StoryIndex(GroupSettings settings) {
    this.settings = settings;
  }

  /** What an article will be found by. */
  public static Marks marks(Arrival arrival) {
    Words body = arrival.fingerprint().body();
    return new Marks(body.length(), Tags.of(arrival, Line.of(body)));
  }

  /** The same, remembered of the last article that was decided about. */
  public Marks marksOf(Arrival arrival) {
    return arrival.equals(last) ? marksOfLast : marks(arrival);
  }

  /** Which story an article belongs to, by what was learned so far. Learns nothing. */
  public Grouping decide(Arrival arrival, Recall recall) {
    Decision decision = new Decision(arrival, peers(arrival, recall), settings.strictness());
    last = arrival;
    marksOfLast = decision.marks();
    return decision.grouping();
  }

  /** All that an arrival was compared with for near copies. Learns nothing. */
  public List<Comparison> compare(Arrival arrival, Recall recall) {
    Peers peers = peers(arrival, recall);
    return NearCopies.of(new Reading(arrival, peers.sight()), peers);
  }

  /**
   * Remembers a decision. To be called with each, in their order; an article told again is a new
   * version, which takes the place of the one known. Days that are older than the window, as seen
   * from the latest, are forgotten.
   */
  public void learn(Remembered remembered) {
    shelf.remove(remembered.article());
    memory.put(remembered);
    moveOn(remembered);
  }

  /**
   * The same for an article of which nothing was learned: so the window is learned in a fraction of
   * the time.
   */
  public void learnNew(Remembered remembered) {
    memory.putNew(remembered);
    moveOn(remembered);
  }

  private void moveOn(Remembered remembered) {
    if (remembered.seen().isAfter(latest)) {
      latest = remembered.seen();
      memory.forgetBefore(Memory.day(horizon(latest)));
    }
  }

  /** Takes back what was learned of articles, which were not known before: it was not kept. */
  public void forget(List<ArticleId> articles) {
    articles.forEach(shelf::remove);
    articles.forEach(memory::remove);
  }

  /** The first instant that still matters, as seen from the latest article; long ago if none is. */
  public Instant horizon() {
    return latest.equals(Instant.MIN) ? latest : horizon(latest);
  }

  /** The first instant that still matters to what arrives at {@code now}: a start of day. */
  public Instant horizon(Instant now) {
    return Memory.startOf(Memory.day(now.minus(settings.window())));
  }

  private Peers peers(Arrival arrival, Recall recall) {
    Instant now = arrival.seen().isAfter(latest) ? arrival.seen() : latest;
    return new Peers(memory.sight(Memory.day(horizon(now)), arrival.id()), shelf, recall);
  }
}
