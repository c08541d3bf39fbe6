package org.headrace.app.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headrace.demo.DemoPress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to a feed, and to the reasons for what is in it, by the commands alone. */
class FirstMinuteTest {
  @TempDir Path folder;
  private Path config;
  private DemoPress press;
  private URI feed;

  @BeforeEach
  void begin() throws IOException {
    press = DemoPress.start(0);
    config = folder.resolve("mine");
    feed = press.outlets().getFirst().feed();
    Ran init = Ran.with(config, "init", "--contact", "me@paper.example");
    assertEquals(0, init.code(), init.all());
    String settings = Files.readString(config.resolve("headrace.yaml"));
    Files.writeString(
        config.resolve("headrace.yaml"),
        settings
            .replace("store: ../data", "store: data")
            .replace("  gap: 2s", "  gap: 1ms")
            .replace("127.0.0.1:8080", "127.0.0.1:1"));
  }

  @AfterEach
  void end() {
    press.close();
  }

  private Ran run(String... arguments) {
    return Ran.with(config, arguments);
  }

  private Ran add() {
    return run("add", "--private-network", "--topic", "coast", feed.resolve("/").toString());
  }

  @Test
  void a_site_is_added_checked_read_and_explained() throws IOException {
    String comments = Files.readString(config.resolve("sources.yaml")).replace("[]\n", "");
    Ran added = add();
    Ran checked = run("check", "--online");
    Ran dry = run("once", "--dry-run");
    Ran once = run("once", "--out", folder.resolve("public").toString());
    Ran listed = run("list", "--json");
    Ran explained = run("explain", "e");
    Ran status = run("status");

    assertAll(
        () -> assertEquals(0, added.code(), added.all()),
        () -> assertTrue(added.out().contains("topics: [coast]"), added.all()),
        () ->
            assertTrue(
                Files.readString(config.resolve("sources.yaml")).startsWith(comments),
                "the comments stay"),
        () -> assertEquals(0, checked.code(), checked.all()),
        () -> assertTrue(checked.err().contains("1 of 1 reached"), checked.all()),
        () -> assertEquals(0, dry.code(), dry.all()),
        () -> assertTrue(dry.out().contains("article "), dry.all()),
        () -> assertEquals(0, once.code(), once.all()),
        () -> assertTrue(Files.exists(folder.resolve("public/feed.atom"))),
        () -> assertTrue(listed.out().contains("\"state\" : \"well\""), listed.all()),
        () ->
            assertTrue(explained.out().contains("the article found in the page"), explained.all()),
        () -> assertEquals(HeadraceCommand.NOT_RUNNING, status.code(), status.all()),
        () -> assertTrue(status.out().contains("running   no"), status.all()));
  }

  @Test
  void a_contact_is_written_into_settings_that_have_none_and_replaces_none() throws IOException {
    Path settings = config.resolve("headrace.yaml");
    String with = Files.readString(settings);
    Files.writeString(settings, with.replace("me@paper.example", ""));

    Ran first = run("init", "--contact", "me@paper.example");
    assertEquals(with, Files.readString(settings), first.all());
    Ran other = run("init", "--contact", "you@paper.example");
    assertEquals(with, Files.readString(settings), other.all());
    assertTrue(other.err().contains("contact: \"you@paper.example\""), other.all());
  }

  @Test
  void each_feed_says_why_it_does_not_take_a_story() throws IOException {
    Path settings = config.resolve("headrace.yaml");
    Files.writeString(
        settings,
        Files.readString(settings).replace("\noutputs: []\n", "\n")
            + """
            outputs:
              - {name: shore, topics: [coast]}
              - {name: hills, topics: [hills]}
              - {name: long, least-words: 9000}
              - {name: quiet, drop: [{title: [a, the, on, in]}]}
            """);
    add();
    run("once", "--out", folder.resolve("public").toString());
    Ran explained = run("explain", "e");

    assertAll(
        () -> assertTrue(explained.out().contains("shore: wants it"), explained.all()),
        () ->
            assertTrue(
                explained.out().contains("hills: no, it is of none of the topics hills"),
                explained.all()),
        () -> assertTrue(explained.out().contains("long: no, shorter"), explained.all()),
        () -> assertTrue(explained.out().contains("quiet: no, drop in line"), explained.all()));
  }

  @Test
  void a_dry_run_keeps_nothing() {
    add();
    run("once", "--dry-run");

    assertFalse(Files.exists(config.resolve("data")));
  }

  @Test
  void the_same_site_is_not_added_twice() {
    add();
    Ran again = add();

    assertEquals(1, again.code(), again.all());
    assertTrue(again.err().contains("listed already"), again.all());
  }

  @Test
  void a_source_that_is_removed_leaves_the_file_as_it_was() throws IOException {
    String before = Files.readString(config.resolve("sources.yaml"));
    add();
    Ran removed = run("remove", feed.toString());

    assertEquals(0, removed.code(), removed.all());
    assertEquals(before, Files.readString(config.resolve("sources.yaml")));
  }

  @Test
  void what_is_exported_can_be_imported_with_its_topics() throws IOException {
    add();
    Path opml = Files.writeString(folder.resolve("list.opml"), run("export", "opml").out());
    Path other = folder.resolve("other");
    Ran init = Ran.with(other, "init", "--from", opml.toString());
    Ran again = Ran.with(other, "import", "opml", opml.toString());

    assertEquals(0, init.code(), init.all());
    assertTrue(again.err().contains("is listed already"), again.all());
    String list = Files.readString(other.resolve("sources.yaml"));
    assertTrue(list.contains("topics: [coast]") && list.contains(feed.toString()), list);
  }

  @Test
  void a_preview_needs_no_settings_and_says_what_of_the_page_was_left_out() {
    Ran shown =
        Ran.with(folder.resolve("nowhere"), "preview", "--private-network", feed.toString());

    assertEquals(0, shown.code(), shown.all());
    assertTrue(shown.out().contains("  kept ") && shown.out().contains("  removed "), shown.all());
  }

  @Test
  void a_backup_is_a_store_of_its_own() throws IOException {
    add();
    run("once");
    Path copy = folder.resolve("copy.db");
    Ran backup = run("backup", copy.toString());
    Ran again = run("backup", copy.toString());
    Path data = Files.createDirectories(folder.resolve("restored/data"));
    Files.move(copy, data.resolve("headrace.db"));
    Files.writeString(folder.resolve("restored/headrace.yaml"), "store: data\n");
    Ran explained = Ran.with(folder.resolve("restored"), "explain", "e");

    assertEquals(0, backup.code(), backup.all());
    assertEquals(1, again.code(), "a file that exists is never written over");
    assertEquals(0, explained.code(), explained.all());
  }

  @Test
  void orders_to_a_program_that_does_not_run_say_so() {
    assertEquals(HeadraceCommand.NOT_RUNNING, run("reload").code());
    assertEquals(HeadraceCommand.NOT_RUNNING, run("refresh", "x").code());
  }

  @Test
  void init_never_touches_what_is_there() throws IOException {
    Files.writeString(config.resolve("sources.yaml"), "- https://paper.example/feed\n");
    run("init");

    assertEquals(
        "- https://paper.example/feed\n", Files.readString(config.resolve("sources.yaml")));
  }

  @Test
  void the_doctor_finds_nothing_wrong_and_reads_like_a_list() {
    add();
    Ran doctor = run("doctor");

    assertTrue(doctor.out().contains("ok    routes    no faults"), doctor.all());
    assertFalse(doctor.out().contains("Exception"), doctor.all());
  }

  @Test
  void every_code_a_check_can_name_is_explained() {
    Ran known = run("help", "unknown-key");
    Ran slip = run("help", "unknwn-key");

    assertEquals(0, known.code(), known.all());
    assertTrue(known.out().contains("A key that Headrace does not know"), known.all());
    assertEquals(1, slip.code());
    assertTrue(slip.err().contains("Did you mean unknown-key?"), slip.all());
  }
}
