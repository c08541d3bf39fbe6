package org.headrace.store;

import static org.headrace.store.Samples.HOUR;
import static org.headrace.store.Samples.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.ArticleId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is killed in the midst of its work loses nothing it was told is kept. */
class StoreCrashIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {40, 101, 152})
  void a_killed_process_loses_and_doubles_nothing(int lines) throws Exception {
    Map<String, Integer> told = new HashMap<>();
    try (OtherProcess other = OtherProcess.run(StoreHolder.class, folder.toString(), "and works")) {
      for (int i = 0; i < lines; i++) {
        String[] words = other.line().split(" ");
        told.merge(words[0], 1, Integer::sum);
      }
      other.kill();
      for (String line = other.line(); line != null; line = other.line()) {
        told.merge(line.split(" ")[0], 1, Integer::sum);
      }
    }
    try (Store store = Store.open(new StoreSettings(folder.toString()))) {
      assertAtMostOneAhead(told.get("polled"), store.stories().counts().articles());
      assertAtMostOneAhead(told.get("grouped"), store.stories().counts().stories());
      finish(store);
      assertEquals(store.stories().counts().articles(), store.stories().counts().stories());
    }
  }

  /** The process may have been killed between the commit and the telling. */
  private static void assertAtMostOneAhead(int told, int kept) {
    assertTrue(kept == told || kept == told + 1, kept + " kept, " + told + " told");
  }

  private static void finish(Store store) {
    Instant later = NOON.plus(HOUR.multipliedBy(1000));
    store.articles().handBack(later);
    for (ArticleId id : store.articles().lapsedUnread(9, HOUR, later)) {
      ArticleWork work = store.articles().claim(id, HOUR, later).orElseThrow();
      assertTrue(store.articles().keep(work, Samples.read(work, "text of " + id), later));
      assertTrue(store.stories().place(id, new SameText(), later).isPresent());
    }
    for (ArticleId id : store.articles().lapsedUngrouped(9, HOUR, later)) {
      assertTrue(store.stories().place(id, new SameText(), later).isPresent());
    }
    assertEquals(
        store.stories().counts().stories(), store.stories().newest(9999, Optional.empty()).size());
  }
}
