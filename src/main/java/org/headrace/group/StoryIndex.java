package org.headrace.group;

import java.time.Instant;
import java.util.List;
import org.headrace.model.Arrival;
import org.headrace.model.GroupedArrival;
import org.headrace.model.Grouping;

/**
 * Knows the articles of the last days and decides which story a new one belongs to.
 *
 * <p>Its state follows from the articles it was told of and their order alone: told of the same
 * window again, it decides the same. It holds all of it in memory, about two kilobytes an article.
 * Not safe for use by several threads at once.
 */
public final class StoryIndex {
  private final GroupSettings settings;
  private final Memory memory = new Memory();

  /** An index that knows nothing yet. */
  public StoryIndex(GroupSettings settings) {
    this.settings = settings;
  }

  /** Which story an article belongs to, by what was learned so far. Changes nothing. */
  public Grouping decide(Arrival arrival) {
    return new Decision(arrival, sight(arrival), settings.strictness()).grouping();
  }

  /** All that an arrival was compared with for near copies. Changes nothing. */
  public List<Comparison> compare(Arrival arrival) {
    Sight sight = sight(arrival);
    return NearCopies.of(new Reading(arrival, sight), sight);
  }

  /**
   * Remembers a decision. To be called with each, in their order; an article told again is a new
   * version, which takes the place of the one known.
   */
  public void learn(GroupedArrival grouped) {
    memory.put(grouped.arrival(), grouped.story());
  }

  /** The first instant that still matters to what arrives at {@code now}: a start of day. */
  public Instant horizon(Instant now) {
    return Memory.startOf(Memory.day(now.minus(settings.window())));
  }

  /** Forgets the days that end before an instant. */
  public void forgetBefore(Instant instant) {
    memory.forgetBefore(Memory.day(instant));
  }

  private Sight sight(Arrival arrival) {
    return new Sight(memory, Memory.day(horizon(arrival.seen())), arrival.id());
  }
}
