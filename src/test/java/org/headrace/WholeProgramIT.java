package org.headrace;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.headrace.demo.DemoPress;
import org.headrace.demo.Expected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, started as a process against the demo press, killed, and started again. */
class WholeProgramIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;
  private DemoPress press;
  private Expected expected;
  private int port;

  @BeforeEach
  void open() throws IOException {
    press = DemoPress.start(0);
    expected = press.expected();
    port = HeadraceProcess.freePort();
    Files.writeString(folder.resolve("sources.yaml"), press.sourcesYaml());
    Files.writeString(
        folder.resolve("headrace.yaml"),
        """
        store: data
        web: {listen: "127.0.0.1:%d"}
        fetch: {gap: 50ms}
        scrape: {attempts: 2, pause: 500ms}
        """
            .formatted(port));
  }

  @AfterEach
  void close() {
    press.close();
  }

  @Test
  void every_story_of_the_press_comes_out_once_and_right() throws Exception {
    once();
    PublishedFeed feed = published();

    assertStories(feed);
    Expected.Whole magazine = expected.magazine();
    List<String> paragraphs = feed.titled(List.of(magazine.headline())).paragraphs();
    Expected.MultiPage parts = expected.multiPage();
    String joined = feed.titled(List.of(parts.headline())).text();
    Expected.Story shared = expected.shared();
    String shown = feed.titled(shared.titles()).text();
    String walled = feed.titled(List.of(expected.walled().headline())).text();
    assertAll(
        () -> assertEquals(magazine.paragraphs(), paragraphs.subList(0, paragraphs.size() - 1)),
        () -> parts.firsts().forEach(first -> assertTrue(joined.contains(first), first)),
        () -> parts.lasts().forEach(last -> assertTrue(joined.contains(last), last)),
        () -> shared.outlets().forEach(outlet -> assertTrue(shown.contains(outlet), shown)),
        () -> assertTrue(walled.contains(expected.walled().summary()), walled));
  }

  @Test
  void kill_minus_nine_in_mid_work_loses_and_doubles_nothing() throws Exception {
    // Two outlets count how often they were asked, and answer the first time only: an answer that
    // is lost with the process is lost for good, which is theirs to answer for.
    String all = Files.readString(folder.resolve("sources.yaml"));
    save(only(all, List.of("Meridian Wire", "La Gazette de Valclair")));
    once();
    save(all);
    Random random = new Random(20);
    for (int round = 0; round < 20; round++) {
      String[] command = round % 2 == 0 ? new String[] {"run"} : new String[] {"once"};
      try (HeadraceProcess process = HeadraceProcess.start(folder, command)) {
        process.let(Duration.ofMillis(300 + random.nextInt(3500)));
        process.kill();
      }
    }
    once();

    assertStories(published());
  }

  @Test
  void a_story_keeps_its_id_over_a_restart_and_an_edit() throws Exception {
    try (HeadraceProcess first = HeadraceProcess.start(folder, "run")) {
      awaitStories();
      assertEquals(0, first.stop());
    }
    once();
    Map<String, String> before = published().ids();
    try (HeadraceProcess second = HeadraceProcess.start(folder, "run")) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  edited(PublishedFeed.ifAny(feed()).map(PublishedFeed::items).orElse(List.of())));
      assertEquals(before, PublishedFeed.at(feed()).ids());
      assertStories(PublishedFeed.at(feed()));
      assertEquals(0, second.stop());
    }
  }

  @Test
  void readers_get_304_for_what_they_have_and_the_same_text_compressed() throws Exception {
    once();
    Files.writeString(folder.resolve("sources.yaml"), "[]\n");
    try (HeadraceProcess process = HeadraceProcess.start(folder, "run")) {
      awaitStories();
      for (String name : List.of("feed.atom", "feed.rss", "feed.json")) {
        URI address = URI.create("http://127.0.0.1:" + port + "/" + name);
        HttpResponse<String> full = PublishedFeed.get(address);
        String etag = full.headers().firstValue("etag").orElseThrow();
        assertEquals(200, full.statusCode());
        assertEquals(304, PublishedFeed.get(address, "If-None-Match", etag).statusCode());
      }
      assertEquals(0, process.stop());
    }
  }

  @Test
  void a_saved_list_of_sources_is_applied_and_a_broken_one_changes_nothing() throws Exception {
    String all = press.sourcesYaml();
    int second = all.indexOf("- name:", all.indexOf("- name:") + 1);
    String one = all.substring(0, all.lastIndexOf('\n', second) + 1);
    save(one);
    try (HeadraceProcess process = HeadraceProcess.start(folder, "run")) {
      await().atMost(PATIENCE).until(() -> stories() > 0);

      save(one + "  - nmae: broken\n");
      await().atMost(PATIENCE).until(() -> process.said().contains("unknown-key"));
      assertTrue(stories() > 0 && process.isAlive());

      save(all);
      awaitStories();
      assertEquals(0, process.stop());
    }
  }

  @Test
  void five_planted_faults_are_all_shown_with_their_lines() throws Exception {
    save(
        """
        - name: One
          ulr: https://one.example/feed
          url: https://one.example/feed
        - name: Two
          name: Zwei
          url: https://two.example/feed
        - url: https://three.example/feed
          every: 30 minutes
        - url: https://four.example/feed
          every: 0 61 * * * ?
        - htps://five.example/feed
        """);
    try (HeadraceProcess process = HeadraceProcess.start(folder, "check")) {
      assertEquals(1, process.exitCode(PATIENCE));
      String said = process.said();
      for (String place :
          List.of(
              ":2:3  error  unknown key \"ulr\"",
              ":5:3  error  \"name\" stands here twice",
              ":8:10  error  \"30 minutes\"",
              ":10:10  error  \"0 61 * * * ?\" is not a cron expression",
              ":11:3  error  \"htps://five.example/feed\"")) {
        assertTrue(said.contains("sources.yaml" + place), place + " in\n" + said);
      }
      assertTrue(said.contains("5 errors"), said);
    }
  }

  private void once() throws Exception {
    try (HeadraceProcess process =
        HeadraceProcess.start(folder, "once", "--out", folder.resolve("out").toString())) {
      int code = process.exitCode(PATIENCE);
      assertTrue(code == 0 || code == 4, process.said());
    }
  }

  private PublishedFeed published() throws IOException {
    return PublishedFeed.file(folder.resolve("out").resolve("feed.json"));
  }

  private URI feed() {
    return URI.create("http://127.0.0.1:" + port + "/feed.json");
  }

  private int stories() {
    return PublishedFeed.ifAny(feed()).map(feed -> feed.items().size()).orElse(0);
  }

  private void awaitStories() {
    await().atMost(PATIENCE).until(() -> stories() == expected.count());
  }

  private boolean edited(List<PublishedFeed.Item> items) {
    return items.stream()
        .filter(item -> item.title().equals(expected.edited().headline()))
        .anyMatch(item -> item.text().contains(expected.edited().sentence()));
  }

  private void save(String sources) throws IOException {
    Path file = folder.resolve("sources.yaml");
    Files.writeString(file, sources);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
  }

  private static String only(String all, List<String> names) {
    return Arrays.stream(all.split("(?m)^(?=\\s*- name:)"))
        .filter(part -> !part.contains("- name:") || names.stream().anyMatch(part::contains))
        .collect(Collectors.joining());
  }

  private void assertStories(PublishedFeed feed) {
    List<String> titles = feed.titles();
    assertEquals(new HashSet<>(titles).size(), titles.size(), "twice: " + titles);
    expected
        .stories()
        .forEach(
            story ->
                assertEquals(
                    1,
                    titles.stream().filter(story.titles()::contains).count(),
                    story.titles() + " in " + titles));
    assertEquals(expected.count(), titles.size());
  }
}
