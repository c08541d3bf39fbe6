package org.headrace.store;

import static org.headrace.store.Samples.HOUR;
import static org.headrace.store.Samples.NOON;
import static org.headrace.store.Samples.entry;
import static org.headrace.store.Samples.polled;
import static org.headrace.store.Samples.source;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import org.headrace.model.ArticleId;
import org.headrace.model.HostTurn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
  @TempDir Path folder;

  @Override
  StoreSettings settings() {
    return new StoreSettings(folder.resolve("data").toString());
  }

  @Override
  Connection connection() throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/headrace.db"));
  }

  @Test
  void it_is_exclusive() {
    assertTrue(store.exclusive());
  }

  @Test
  void a_folder_in_use_is_refused_with_a_reason() {
    StoreException refused = assertThrows(StoreException.class, () -> Store.open(settings()));
    assertTrue(refused.getMessage().contains("in use"), refused.getMessage());
    store.close();
    store = Store.open(settings());
    store.probe();
  }

  @Test
  void a_second_process_is_refused_with_a_reason() throws Exception {
    store.close();
    try (OtherProcess other = OtherProcess.run(StoreHolder.class, settings().url())) {
      assertEquals("open", other.line());
      StoreException refused = assertThrows(StoreException.class, () -> Store.open(settings()));
      assertTrue(refused.getMessage().contains("by process " + other.pid()), refused.getMessage());
    }
    store = Store.open(settings());
  }

  @Test
  void what_cannot_be_a_store_is_refused_with_a_reason() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "text");
    assertThrows(StoreException.class, () -> Store.open(new StoreSettings(file.toString())));
    assertThrows(StoreException.class, () -> Store.open(new StoreSettings("")));
    assertThrows(StoreException.class, () -> Store.open(new StoreSettings("jdbc:mysql://a/b")));
    Path broken = Files.createDirectory(folder.resolve("broken"));
    Files.writeString(broken.resolve("headrace.db"), "this is no database ".repeat(500));
    StoreException refused =
        assertThrows(StoreException.class, () -> Store.open(new StoreSettings(broken.toString())));
    assertTrue(refused.getMessage().contains("damaged"), refused.getMessage());
  }

  @Test
  void what_the_last_run_held_is_handed_back() {
    store.sources().sync(List.of(source("a.example"), source("b.example")), NOON);
    List<HostTurn> turns = store.turns().claim(2, HOUR, NOON);
    List<ArticleId> ids =
        store
            .turns()
            .complete(
                turns.getFirst(),
                polled(NOON, entry("1", "A"), entry("2", "B"), entry("3", "C"), entry("4", "D")),
                NOON)
            .orElseThrow();
    ArticleWork held = store.articles().claim(ids.get(0), HOUR, NOON).orElseThrow();
    ArticleWork postponed = store.articles().claim(ids.get(1), HOUR, NOON).orElseThrow();
    store.articles().postpone(postponed, NOON.plus(HOUR), "later");
    ArticleWork done = store.articles().claim(ids.get(2), HOUR, NOON).orElseThrow();
    store.articles().keep(done, Samples.read(done, "text"), NOON);

    store.close();
    store = Store.open(settings());
    assertEquals(4, store.articles().handBack(NOON), "a host, two to be read, one to be grouped");
    assertEquals(turns.getLast().source(), store.turns().claim(9, HOUR, NOON).getFirst().source());
    assertEquals(Optional.empty(), store.turns().complete(turns.getLast(), polled(NOON), NOON));
    assertFalse(store.articles().keep(held, Samples.read(held, "late"), NOON));
    assertEquals(List.of(ids.get(0), ids.get(3)), store.articles().lapsedUnread(9, HOUR, NOON));
    assertEquals(List.of(ids.get(2)), store.articles().lapsedUngrouped(9, HOUR, NOON));
    assertTrue(store.articles().claim(ids.get(0), HOUR, NOON).isPresent());
    assertEquals(Optional.empty(), store.articles().claim(ids.get(1), HOUR, NOON));
  }

  @Test
  void a_writer_that_is_asked_from_within_itself_says_so() {
    store.sources().sync(List.of(source("a.example")), NOON);
    HostTurn turn = store.turns().claim(1, HOUR, NOON).getFirst();
    ArticleId id =
        store.turns().complete(turn, polled(NOON, entry("1", "A")), NOON).orElseThrow().getFirst();
    ArticleWork work = store.articles().claim(id, HOUR, NOON).orElseThrow();
    store.articles().keep(work, Samples.read(work, "text"), NOON);
    Placing nested =
        new Placing() {
          @Override
          public org.headrace.model.Grouping place(
              org.headrace.model.Arrival arrival, Known known) {
            store.probe();
            throw new AssertionError("the probe went through");
          }

          @Override
          public org.headrace.model.Marks marks(org.headrace.model.Arrival arrival) {
            return org.headrace.model.Marks.NONE;
          }

          @Override
          public ArticleId face(List<org.headrace.model.Article> articles) {
            return id;
          }
        };
    assertThrows(IllegalStateException.class, () -> store.stories().place(id, nested, NOON));
    store.probe();
  }
}
