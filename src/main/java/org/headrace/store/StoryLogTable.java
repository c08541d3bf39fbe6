package org.headrace.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Story;
import org.jdbi.v3.core.Handle;

/**
 * How far the log of published stories is written. One node writes at a time; the changes of
 * stories are numbered in the order in which they were committed, so none is passed over.
 */
public final class StoryLogTable {
  private final Database database;

  StoryLogTable(Database database) {
    this.database = database;
  }

  /** A decision, in its order, and the story that it changed. */
  private record Change(long number, long story) {}

  /**
   * Claims the next lines.
   *
   * @param most changes that are looked at
   * @return empty if there is nothing to write, or another node writes
   */
  public Optional<StoryTurn> claim(int most, Duration lease, Instant now) {
    if (isWritten()) {
      return Optional.empty();
    }
    return database.write(
        handle ->
            handle
                .createQuery(
                    """
                    update story_log set lease_until = :until, fence = fence + 1
                    where name = 'stories' and lease_until <= :now
                    returning fence, written
                    """)
                .bind("until", Millis.after(now, lease))
                .bind("now", Millis.of(now))
                .map((row, context) -> new long[] {row.getLong("fence"), row.getLong("written")})
                .findOne()
                .map(claim -> turn(handle, claim[0], claim[1], most)));
  }

  private boolean isWritten() {
    return database.read(handle -> Ledger.value(handle, Ledger.CHANGE) <= written(handle));
  }

  private static StoryTurn turn(Handle handle, long fence, long written, int most) {
    long committed = Ledger.value(handle, Ledger.CHANGE); // all up to here can be seen
    List<Change> changes =
        handle
            .createQuery(
                """
                select decided, story from article where decided > :written
                order by decided limit :most
                """)
            .bind("written", written)
            .bind("most", most)
            .map((row, context) -> new Change(row.getLong("decided"), row.getLong("story")))
            .list();
    Map<Long, Long> numbers = new HashMap<>();
    changes.forEach(change -> numbers.put(change.story, change.number));
    long last = changes.isEmpty() ? written : changes.getLast().number;
    long through = changes.size() < most ? Math.max(last, committed) : last;
    List<StoryTurn.Line> lines =
        new StoryRows(handle)
            .read(List.copyOf(numbers.keySet())).stream()
                .map(story -> line(story, numbers))
                .sorted(Comparator.comparing(StoryTurn.Line::change))
                .toList();
    return new StoryTurn(fence, lines, through);
  }

  private static StoryTurn.Line line(Story story, Map<Long, Long> numbers) {
    return new StoryTurn.Line(numbers.getOrDefault(story.id().value(), 0L), story);
  }

  /**
   * Ends a turn: the log is written up to the change {@code through}.
   *
   * @return false if the claim is lost; then nothing was changed
   */
  public boolean end(StoryTurn turn, long through) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        """
                        update story_log set lease_until = 0, fence = fence + 1,
                          written = case when written < :through then :through else written end
                        where name = 'stories' and fence = :fence
                        """)
                    .bind("through", through)
                    .bind("fence", turn.fence())
                    .execute()
                == 1);
  }

  /** The change up to which the log is written. */
  public long written() {
    return database.read(StoryLogTable::written);
  }

  private static long written(Handle handle) {
    return handle.createQuery("select written from story_log").mapTo(long.class).one();
  }
}
