package org.headrace.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headrace.model.Source;
import org.headrace.publish.Publication;
import org.headrace.publish.StoryRecord;
import org.headrace.store.SourceStatus;
import org.headrace.store.Store;
import org.headrace.store.StoryTurn;

/**
 * Offers every new and changed story to be written down for other programs, whichever node brought
 * it, in the order of the changes. A turn is {@link #next}, then {@link #written} for each story
 * once it is safe where it was to go, then {@link #end}. What was not said to be written is offered
 * again: after a crash a story may be written twice, with the same number, and none is left out.
 */
public final class StoryLog {
  private static final int AT_ONCE = 200;
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final Store store;
  private final Publication site;
  private final InstantSource clock;
  private final Set<Long> done = new HashSet<>();
  private Optional<StoryTurn> turn = Optional.empty();

  /**
   * A log of what is in {@code store}.
   *
   * @param site what stands around a story; its stories don't matter
   */
  public StoryLog(Store store, Publication site, InstantSource clock) {
    this.store = store;
    this.site = site;
    this.clock = clock;
  }

  /** Claims what is to be written next; nothing if another node writes, or all is written. */
  public synchronized List<LoggedStory> next() {
    done.clear();
    turn = store.storyLog().claim(AT_ONCE, LEASE, clock.instant());
    return turn.stream().flatMap(claimed -> claimed.lines().stream()).map(this::logged).toList();
  }

  /** Says that {@code story} is written. */
  public synchronized void written(LoggedStory story) {
    done.add(story.change());
  }

  /** Ends the turn: all up to the first story that could not be written counts as written. */
  public synchronized void end() {
    turn.ifPresent(claimed -> store.storyLog().end(claimed, claimed.through(done)));
    turn = Optional.empty();
  }

  private LoggedStory logged(StoryTurn.Line line) {
    List<Source> source =
        store.sources().find(line.story().face().source()).stream()
            .filter(status -> !status.paused())
            .map(SourceStatus::source)
            .toList();
    String json = StoryRecord.of(line.story(), line.change(), site, source);
    return new LoggedStory(line.story().tag(), line.change(), json);
  }
}
