package org.headrace.store;

import static org.headrace.store.Samples.HOUR;
import static org.headrace.store.Samples.NOON;
import static org.headrace.store.Samples.entry;
import static org.headrace.store.Samples.polled;
import static org.headrace.store.Samples.read;
import static org.headrace.store.Samples.source;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.headrace.model.ArticleId;
import org.headrace.model.HostTurn;
import org.headrace.model.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store in a folder that moves to a database takes all along. */
class StoreCopyTest {
  private final String schema = TestPostgres.freshSchema();
  private final StoreSettings database = new StoreSettings(TestPostgres.url(schema));
  @TempDir Path folder;

  @BeforeAll
  static void needs_a_server() {
    TestPostgres.require();
  }

  @AfterEach
  void drop() {
    TestPostgres.drop(schema);
  }

  private StoreSettings old() {
    return new StoreSettings(folder.resolve("data").toString());
  }

  /** One story that is published, one entry that is being read, one source that is being asked. */
  private List<Story> filled() {
    try (Store store = Store.open(old())) {
      store.sources().sync(List.of(source("a.example", "boats"), source("b.example")), NOON);
      HostTurn turn = store.turns().claim(1, HOUR, NOON).getFirst();
      List<ArticleId> ids =
          store
              .turns()
              .complete(turn, polled(NOON, entry("1", "One"), entry("2", "Two")), NOON)
              .orElseThrow();
      ArticleWork work = store.articles().claim(ids.getFirst(), HOUR, NOON).orElseThrow();
      assertTrue(store.articles().keep(work, read(work, "What happened."), NOON));
      store.stories().place(ids.getFirst(), new SameText(), NOON).orElseThrow();
      store.articles().claim(ids.getLast(), HOUR, NOON).orElseThrow();
      assertEquals(1, store.turns().claim(1, HOUR, NOON).size());
      return store.stories().newest(10, Optional.empty());
    }
  }

  @Test
  void all_is_there_and_nothing_is_held() {
    List<Story> stories = filled();
    SortedMap<String, Long> copied = StoreCopy.copy(old(), database, NOON);
    assertEquals(2, copied.get("source"));
    assertEquals(2, copied.get("article"));
    try (Store before = Store.open(old());
        Store after = Store.open(database)) {
      assertEquals(stories, after.stories().newest(10, Optional.empty()));
      assertEquals(before.stories().version(), after.stories().version());
      assertEquals(before.stories().topics(), after.stories().topics());
      assertEquals(before.sources().all(), after.sources().all());
      assertEquals(1, after.articles().lapsedUnread(9, HOUR, NOON).size());
      assertEquals(1, after.turns().claim(9, HOUR, NOON).size());
    }
  }

  @Test
  void a_store_with_something_in_it_is_refused() {
    filled();
    StoreCopy.copy(old(), database, NOON);
    StoreException refused =
        assertThrows(StoreException.class, () -> StoreCopy.copy(old(), database, NOON));
    assertTrue(refused.getMessage().contains("not empty"), refused.getMessage());
  }

  @Test
  void a_program_that_runs_is_refused() {
    filled();
    try (Store running = Store.open(old())) {
      StoreException refused =
          assertThrows(StoreException.class, () -> StoreCopy.copy(old(), database, NOON));
      assertTrue(refused.getMessage().contains("in use"), refused.getMessage());
      running.probe();
    }
  }

  @Test
  void nothing_is_not_moved() {
    StoreException refused =
        assertThrows(StoreException.class, () -> StoreCopy.copy(old(), database, NOON));
    assertTrue(refused.getMessage().contains("nothing to copy"), refused.getMessage());
  }
}
