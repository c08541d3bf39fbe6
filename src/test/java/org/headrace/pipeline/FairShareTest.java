package org.headrace.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.headrace.model.SourceId;
import org.headrace.model.StoryId;
import org.headrace.store.StoryMark;
import org.junit.jupiter.api.Test;

class FairShareTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void a_loud_source_does_not_push_the_others_out() {
    assertEquals(List.of(1L, 2L, 5L, 6L), chosen(4, 50, 7, 7, 7, 7, 8, 8));
  }

  @Test
  void what_the_others_leave_goes_to_the_newest() {
    assertEquals(List.of(1L, 2L, 3L, 5L), chosen(4, 25, 7, 7, 7, 7, 8));
  }

  @Test
  void the_whole_share_is_the_newest_whosever_they_are() {
    assertEquals(List.of(1L, 2L), chosen(2, 100, 7, 7, 8));
  }

  @Test
  void a_share_is_one_story_at_least() {
    assertEquals(List.of(1L, 3L), chosen(2, 1, 7, 7, 8));
  }

  /** Numbers of the stories chosen of those of {@code sources}, newest first. */
  private static List<Long> chosen(int room, int percent, long... sources) {
    FairShare share = new FairShare(room, percent);
    for (int i = 0; i < sources.length; i++) {
      Instant published = NOON.minusSeconds(i);
      share.offer(
          new StoryMark(
              new StoryId(i + 1L), new SourceId(sources[i]), published, published, 1, 1));
    }
    return share.chosen().stream().map(mark -> mark.id().value()).toList();
  }
}
