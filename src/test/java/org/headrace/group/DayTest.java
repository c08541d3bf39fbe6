package org.headrace.group;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.headrace.model.ArticleId;
import org.headrace.model.Marks;
import org.headrace.model.Remembered;
import org.headrace.model.SourceId;
import org.headrace.model.StoryId;
import org.junit.jupiter.api.Test;

class DayTest {
  private final Day day = new Day(1);
  private final TreeMap<Integer, List<Integer>> expected = new TreeMap<>();

  private void add(int article, int... tags) {
    Marks marks = new Marks(10, tags);
    day.add(
        new Remembered(
            article,
            new ArticleId(article + 100),
            new SourceId(1),
            new StoryId(article),
            Instant.EPOCH,
            marks));
    for (int tag : tags) {
      expected.computeIfAbsent(tag, none -> new ArrayList<>()).addFirst(article);
    }
  }

  private List<Integer> found(int tag) {
    List<Integer> found = new ArrayList<>();
    day.find(
        tag,
        new Search() {
          @Override
          boolean wants(int article) {
            return found.add(article);
          }
        },
        Day.NOWHERE,
        Integer.MAX_VALUE);
    return found;
  }

  @Test
  void what_is_packed_is_found_like_what_is_not_yet() {
    Random random = new Random(7);
    for (int article = 0; article < 10_000; article++) {
      add(article, random.nextInt(), random.nextInt(50), -1 - random.nextInt(3000));
    }
    expected.forEach((tag, articles) -> assertEquals(articles, found(tag)));
    day.settle();
    expected.forEach((tag, articles) -> assertEquals(articles, found(tag)));
    assertEquals(List.of(), found(5_000_000));
  }

  @Test
  void what_is_removed_is_found_no_more_packed_or_not() {
    for (int article = 0; article < 3; article++) {
      add(article, 7);
    }
    day.remove(new ArticleId(101));
    assertEquals(List.of(2, 0), found(7));
    day.settle();
    assertEquals(List.of(2, 0), found(7));
    day.remove(new ArticleId(102));
    assertEquals(List.of(0), found(7));
    add(3, 7);
    day.settle();
    assertEquals(List.of(3, 0), found(7));
  }
}
