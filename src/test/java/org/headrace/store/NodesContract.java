package org.headrace.store;

import static org.headrace.store.Samples.HOUR;
import static org.headrace.store.Samples.MINUTE;
import static org.headrace.store.Samples.NOON;
import static org.headrace.store.Samples.entry;
import static org.headrace.store.Samples.polled;
import static org.headrace.store.Samples.read;
import static org.headrace.store.Samples.source;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headrace.model.ArticleId;
import org.headrace.model.HostTurn;
import org.headrace.model.Source;
import org.headrace.model.StoryId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nodes on one store tell each other, whatever database is behind it. */
abstract class NodesContract {
  protected Store store;

  abstract StoreSettings settings() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = Store.open(settings());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private StoryId carry(String host, String text, Instant now) {
    List<Source> listed =
        new ArrayList<>(store.sources().all().stream().map(SourceStatus::source).toList());
    listed.add(source(host));
    store.sources().sync(listed, now);
    HostTurn turn = store.turns().claim(1, HOUR, now).getFirst();
    ArticleId id =
        store
            .turns()
            .complete(turn, polled(now, entry("key", "Title of " + host)), now)
            .orElseThrow()
            .getFirst();
    ArticleWork work = store.articles().claim(id, HOUR, now).orElseThrow();
    assertTrue(store.articles().keep(work, read(work, text), now));
    return store.stories().place(id, new SameText(), now).orElseThrow();
  }

  private static List<StoryId> stories(StoryTurn turn) {
    return turn.lines().stream().map(line -> line.story().id()).toList();
  }

  @Test
  void the_log_takes_each_story_once_in_the_order_of_the_changes() {
    assertEquals(Optional.empty(), store.storyLog().claim(10, MINUTE, NOON));
    StoryId one = carry("a.example", "The first text of them.", NOON);
    StoryId two = carry("b.example", "Another text altogether.", NOON.plus(MINUTE));

    StoryTurn turn = store.storyLog().claim(10, MINUTE, NOON).orElseThrow();
    assertEquals(List.of(one, two), stories(turn));
    assertEquals(store.stories().version(), turn.through());
    assertTrue(store.storyLog().end(turn, turn.through()));
    assertEquals(Optional.empty(), store.storyLog().claim(10, MINUTE, NOON), "all is written");

    StoryId joined = carry("c.example", "The first text of them.", NOON.plus(HOUR));
    assertEquals(one, joined);
    StoryTurn later = store.storyLog().claim(10, MINUTE, NOON).orElseThrow();
    assertEquals(List.of(one), stories(later), "it has changed");
    assertTrue(later.through() > turn.through());
  }

  @Test
  void one_writes_on_the_log_at_a_time_and_who_is_late_changes_nothing() {
    StoryId one = carry("a.example", "The first text of them.", NOON);
    StoryTurn dead = store.storyLog().claim(10, MINUTE, NOON).orElseThrow();
    assertEquals(Optional.empty(), store.storyLog().claim(10, MINUTE, NOON.plusSeconds(59)));

    StoryTurn taken = store.storyLog().claim(10, MINUTE, NOON.plusSeconds(60)).orElseThrow();
    assertEquals(List.of(one), stories(taken), "what was not ended is offered again");
    assertFalse(store.storyLog().end(dead, dead.through()));
    assertEquals(0, store.storyLog().written());
    assertTrue(store.storyLog().end(taken, taken.through()));
    assertEquals(taken.through(), store.storyLog().written());
  }

  @Test
  void a_turn_that_wrote_a_part_is_gone_on_with_where_it_stopped() {
    carry("a.example", "The first text of them.", NOON);
    StoryId two = carry("b.example", "Another text altogether.", NOON.plus(MINUTE));
    StoryTurn turn = store.storyLog().claim(10, MINUTE, NOON).orElseThrow();

    long first = turn.lines().getFirst().change();
    long last = turn.lines().getLast().change();
    assertEquals(first - 1, turn.through(Set.of(last)), "the first one is not written");
    assertEquals(turn.through(), turn.through(Set.of(first, last)));
    assertTrue(store.storyLog().end(turn, turn.through(Set.of(first))));

    StoryTurn rest = store.storyLog().claim(10, MINUTE, NOON).orElseThrow();
    assertEquals(List.of(two), stories(rest));
  }

  @Test
  void a_text_is_put_in_force_by_the_one_who_knew_the_last() {
    assertEquals(0, store.documents().edition("sources.yaml"));
    assertTrue(store.documents().put("sources.yaml", 0, "- a", "ada", NOON));
    assertFalse(store.documents().put("sources.yaml", 0, "- b", "bob", NOON), "bob was slower");
    assertTrue(store.documents().put("sources.yaml", 1, "- b", "bob", NOON.plus(HOUR)));

    Document latest = store.documents().latest("sources.yaml").orElseThrow();
    assertEquals(new Document("sources.yaml", 2, NOON.plus(HOUR), "bob", "- b"), latest);
    assertEquals(
        List.of("- b", "- a"),
        store.documents().history("sources.yaml", 9).stream().map(Document::body).toList());
    assertEquals(Optional.empty(), store.documents().latest("headrace.yaml"));
  }

  @Test
  void nodes_are_known_by_what_they_last_said() {
    Node one = node(1, "one", NOON, Map.of("headrace.yaml", "a"));
    Node two = node(2, "two", NOON.plus(HOUR), Map.of("headrace.yaml", "b"));
    store.nodes().beat(one);
    store.nodes().beat(two);
    assertEquals(List.of(one, two), store.nodes().since(NOON));
    assertEquals(List.of(two), store.nodes().since(NOON.plus(MINUTE)), "one was not heard since");

    Node changed = node(1, "one", NOON.plus(HOUR), Map.of("headrace.yaml", "b"));
    store.nodes().beat(changed);
    assertEquals(List.of(changed, two), store.nodes().since(NOON.plus(HOUR)));

    store.nodes().leave(2);
    assertEquals(List.of(changed), store.nodes().since(NOON));
    store.nodes().beat(node(3, "three", NOON.plus(HOUR.multipliedBy(48)), Map.of()));
    assertEquals(1, store.nodes().since(Instant.EPOCH).size(), "long dead ones are forgotten");
  }

  private static Node node(long id, String name, Instant seen, Map<String, String> files) {
    return new Node(
        id, name, NOON.plusSeconds(id), seen, "1.0", "17", List.of("poll", "web"), files);
  }
}
