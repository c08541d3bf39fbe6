package org.headrace.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.headrace.app.Home;
import org.headrace.config.Settings;
import org.headrace.store.Store;
import org.headrace.store.StoreSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of sources in the store, by the commands. */
class SharedListTest {
  private static final String ONE = "# mine\n- url: https://one.example/feed\n  topics: [coast]\n";

  @TempDir Path folder;

  @BeforeEach
  void begin() throws IOException {
    Files.writeString(folder.resolve("headrace.yaml"), "store: data\nsources: store\n");
    Store.open(new StoreSettings(folder.resolve("data").toString())).close();
  }

  private Ran run(String... arguments) {
    return Ran.with(folder, arguments);
  }

  private Ran put(String text) throws IOException {
    Files.writeString(folder.resolve("new.yaml"), text);
    return run("import", "yaml", folder.resolve("new.yaml").toString());
  }

  @Test
  void a_list_goes_into_the_store_and_comes_out_as_it_was() throws IOException {
    Ran put = put(ONE);
    assertEquals(0, put.code(), put.all());
    assertTrue(put.err().contains("1 source in sources.yaml in the store"), put.all());
    assertEquals(ONE, run("export", "yaml").out());
    Ran listed = run("list");
    assertTrue(listed.out().contains("https://one.example/feed"), listed.all());
    assertFalse(Files.exists(folder.resolve("sources.yaml")), "the node has no file of its own");
  }

  @Test
  void a_list_with_a_fault_is_shown_with_line_and_column_and_changes_nothing() throws IOException {
    put(ONE);
    Ran faulty = put("- url: https://two.example/feed\n  every: often\n");
    assertEquals(HeadraceCommand.FAULT, faulty.code(), faulty.all());
    assertTrue(faulty.err().contains("new.yaml:2:10"), faulty.all());
    assertEquals(ONE, run("export", "yaml").out());
  }

  @Test
  void a_list_that_includes_files_does_not_go_into_the_store() throws IOException {
    Files.writeString(folder.resolve("more.yaml"), ONE);
    Ran put = put("include: [more.yaml]\nsources: []\n");
    assertEquals(HeadraceCommand.FAULT, put.code(), put.all());
    assertTrue(put.err().contains("new.yaml:1:11"), put.all());
  }

  @Test
  void a_source_is_taken_out_and_what_was_can_be_had_again() throws IOException {
    put(ONE + "- https://two.example/feed\n");
    Ran removed = run("remove", "https://one.example/feed");
    assertEquals(0, removed.code(), removed.all());
    assertEquals("# mine\n- https://two.example/feed\n", run("export", "yaml").out());

    Ran history = run("export", "history");
    assertEquals(2, history.out().lines().count(), history.all());
    assertTrue(run("export", "yaml", "--edition", "1").out().startsWith(ONE));
    assertEquals(HeadraceCommand.FAULT, run("export", "yaml", "--edition", "7").code());
  }

  @Test
  void settings_in_the_store_count_where_the_nodes_own_say_nothing() throws IOException {
    Files.writeString(
        folder.resolve("headrace.yaml"), "store: data\nsources: store\npoll: {shortest: 5m}\n");
    Files.writeString(
        folder.resolve("all.yaml"), "poll: {shortest: 1m, longest: 2h}\nretention: 30d\n");
    Ran put = run("import", "settings", folder.resolve("all.yaml").toString());
    assertEquals(0, put.code(), put.all());
    assertTrue(run("export", "settings").out().startsWith("poll: {shortest: 1m"));

    Settings settings = OperatorFiles.effective(new Home(folder, folder)).value().orElseThrow();
    assertEquals(Duration.ofMinutes(5), settings.poll().shortest(), "the node's own");
    assertEquals(Duration.ofHours(2), settings.poll().longest(), "of the store");
    assertEquals(Duration.ofDays(30), settings.retention());
    assertTrue(settings.operation().sourcesInStore());

    Files.writeString(folder.resolve("all.yaml"), "retention: 30d\nstore: elsewhere\n");
    Ran refused = run("import", "settings", folder.resolve("all.yaml").toString());
    assertEquals(HeadraceCommand.FAULT, refused.code(), refused.all());
    assertTrue(refused.err().contains("all.yaml:2:1"), refused.all());
    Files.writeString(folder.resolve("all.yaml"), "retentoin: 30d\n");
    Ran faulty = run("import", "settings", folder.resolve("all.yaml").toString());
    assertTrue(faulty.err().contains("all.yaml:1:1"), faulty.all());
    assertTrue(run("export", "settings").out().startsWith("poll: {shortest: 1m"));
  }

  @Test
  void subscriptions_of_another_program_are_added_in_the_store() throws IOException {
    put(ONE);
    Files.writeString(
        folder.resolve("other.opml"),
        "<opml version='2.0'><body><outline text='Two' xmlUrl='https://two.example/feed'/>"
            + "</body></opml>");
    Ran added = run("import", "opml", folder.resolve("other.opml").toString());
    assertEquals(0, added.code(), added.all());
    assertTrue(run("list").out().contains("https://two.example/feed"));
  }
}
