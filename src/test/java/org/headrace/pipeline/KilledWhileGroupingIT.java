package org.headrace.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.headrace.group.GroupSettings;
import org.headrace.model.ArticleId;
import org.headrace.store.Store;
import org.headrace.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that decide about what waits, each killed in the midst of it, and one that ends it. */
class KilledWhileGroupingIT {
  private static final int ARTICLES = 260;
  private static final int KILLS = 4;
  private static final Instant LATER = RestartTest.at(ARTICLES + 1);

  @TempDir Path folder;

  /** Groups all that waits; says so after each message. */
  public static void main(String[] arguments) {
    try (Store store = Store.open(new StoreSettings(arguments[0]))) {
      StoryGrouper grouper = new StoryGrouper(store, GroupSettings.USUAL, () -> LATER, event -> {});
      store.articles().handBack(LATER);
      List<ArticleId> waiting =
          store.articles().lapsedUngrouped(ARTICLES, Duration.ofMinutes(1), LATER);
      System.out.println("waiting " + waiting.size());
      for (ArticleId id : waiting) {
        System.out.println("grouped " + grouper.group(id).size());
      }
    }
  }

  private static Process start(Path store) throws Exception {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classes,
            KilledWhileGroupingIT.class.getName(),
            store.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Runs a process until it has said that so many messages are done, and kills it. */
  private static void killAfter(Path store, int messages) throws Exception {
    Process process = start(store);
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int done = 0;
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        done += line.startsWith("grouped") ? 1 : 0;
        if (done == messages) {
          break;
        }
      }
    } finally {
      process.toHandle().destroyForcibly();
      process.waitFor();
    }
  }

  private static void readAll(Path store) {
    try (Store open = Store.open(new StoreSettings(store.toString()))) {
      for (int i = 0; i < ARTICLES; i++) {
        RestartTest.read(open, i);
      }
    }
  }

  /** The stories in the order in which their articles came. */
  private static List<Long> stories(Path store) {
    Map<Long, Long> stories = new TreeMap<>();
    try (Store open = Store.open(new StoreSettings(store.toString()))) {
      assertEquals(0, open.articles().unfinished(LATER));
      open.stories()
          .since(0, Instant.MIN, 2 * ARTICLES)
          .forEach(one -> stories.put(one.article().value(), one.story().value()));
    }
    assertEquals(ARTICLES, stories.size());
    return new ArrayList<>(stories.values());
  }

  @Test
  void a_process_killed_while_it_decides_changes_no_decision() throws Exception {
    Path whole = folder.resolve("whole");
    Path killed = folder.resolve("killed");
    readAll(whole);
    readAll(killed);
    main(new String[] {whole.toString()});
    for (int i = 0; i < KILLS; i++) {
      killAfter(killed, i % 2); // before the first is kept, or while the second round is decided
    }
    main(new String[] {killed.toString()});
    List<Integer> expected = RestartTest.firsts(stories(whole));
    assertEquals(expected, RestartTest.firsts(stories(killed)));
    assertTrue(expected.stream().distinct().count() < ARTICLES);
  }
}
