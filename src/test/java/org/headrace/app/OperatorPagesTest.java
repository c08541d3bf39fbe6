package org.headrace.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headrace.config.Settings;
import org.headrace.config.SettingsFile;
import org.headrace.config.SourcesFile;
import org.headrace.demo.DemoPress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator sees of a running program, and the orders it takes. */
class OperatorPagesTest {
  @TempDir static Path folder;
  private static DemoPress press;
  private static Program program;
  private static Settings settings;

  @BeforeAll
  static void start() throws Exception {
    press = DemoPress.start(0);
    Home home = new Home(Path.of("").toAbsolutePath(), folder);
    Path token = Files.writeString(folder.resolve("token"), "sesame\n");
    Files.writeString(
        home.settingsFile(),
        """
        store: data
        web:
          listen: 127.0.0.1:%d
          token: ${file:%s}
        fetch:
          gap: 1ms
        """
            .formatted(freePort(), token));
    Files.writeString(
        home.sourcesFile(),
        "include: [more/*.yaml]\nsources:\n  - url: %s\n    private-network: allow\n    every: 1h\n"
            .formatted(press.outlets().getFirst().feed()));
    Files.createDirectories(folder.resolve("more"));
    Files.writeString(
        folder.resolve("more/one.yaml"),
        "- name: <b>Odd & co</b>\n"
            + "  url: http://127.0.0.1:1/feed?key=open-sesame\n"
            + "  private-network: allow\n");
    settings = SettingsFile.read(home.settingsFile()).value().orElseThrow();
    Instant began = Instant.now();
    program =
        Program.start(
            new Program.Plan(
                home,
                settings,
                SourcesFile.read(home.sourcesFile()).value().orElseThrow(),
                Pace.QUICK,
                true,
                Optional.empty(),
                event -> {}));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> program.done(began) && program.store().stories().counts().stories() == 5);
  }

  @AfterAll
  static void stop() {
    program.close();
    press.close();
  }

  private static HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(program.address().resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), text);
    return matcher.group();
  }

  @Test
  void the_status_page_shows_every_source_and_nothing_secret() throws Exception {
    HttpResponse<String> status = get("status");
    String page = status.body();

    assertAll(
        () -> assertEquals(200, status.statusCode()),
        () -> assertTrue(page.contains("All is well."), page),
        () -> assertTrue(page.contains("1 of 2"), page),
        () -> assertTrue(page.contains("&lt;b&gt;Odd &amp; co&lt;/b&gt;"), page),
        () -> assertTrue(page.contains("<svg class=\"spark\""), page),
        () -> assertFalse(page.contains("<script"), page),
        () -> assertFalse(page.contains("open-sesame"), page),
        () ->
            assertTrue(
                status
                    .headers()
                    .firstValue("Content-Security-Policy")
                    .orElse("")
                    .startsWith("default-src 'none'")));
  }

  @Test
  void a_source_leads_to_its_entries_and_each_to_its_reasons() throws Exception {
    String source = get(first("status/source/-?[0-9]+", get("status").body())).body();
    String entry = get(first("status/entry/[0-9]+", source)).body();

    assertTrue(source.contains("Last polls") && source.contains("5 new of 5"), source);
    assertTrue(
        source.contains("HTTP 200 from") && source.contains("<dt>Content-type</dt>"), source);
    assertTrue(source.contains("name=\"token\""), source);
    assertTrue(entry.contains("the article found in the page"), entry);
    assertEquals(404, get("status/source/1").statusCode());
    assertEquals(404, get("status/entry/none").statusCode());
  }

  @Test
  void stories_are_found_by_words_source_and_state() throws Exception {
    String all = get("status/stories").body();
    String none = get("status/stories?source=Nobody").body();
    String left = get("status/stories?state=left").body();

    assertEquals(5, all.split("status/entry/", -1).length - 1, all);
    assertTrue(none.contains("<p>None.</p>") && left.contains("<p>None.</p>"), none);
    assertTrue(get("status/stories?q=%25").body().contains("<p>None.</p>"));
  }

  @Test
  void the_log_shows_the_lines_of_the_terminal() throws Exception {
    Path more = folder.resolve("more/one.yaml");
    String before = Files.readString(more);
    Files.writeString(more, before + "- nonsense\n");
    RunningProgram.of(settings).reload();
    Files.writeString(more, before);
    RunningProgram.of(settings).reload();

    assertTrue(
        get("status/log?q=OLD+sources&troubles=yes").body().contains("the old sources stay"));
    assertTrue(get("status/log?q=nobody+says+this").body().contains("Nothing since"));
  }

  @Test
  void the_settings_say_what_counts_and_where_it_stands() throws Exception {
    Path file = folder.resolve("headrace.yaml");
    String before = get("status/settings").body();
    String text = Files.readString(file);
    Files.writeString(file, text.replace("gap: 1ms", "gap: 3s\n  at-onse: 7"));
    String after = get("status/settings").body();
    Files.writeString(file, text);

    assertTrue(before.contains("<code>1ms</code>") && before.contains("line 6"), before);
    assertTrue(before.contains("default") && before.contains("have no fault"), before);
    assertTrue(after.contains("now: <code>3s</code>"), after);
    assertTrue(after.contains("headrace.yaml:7:3"), after);
    assertFalse(before.contains("sesame"), before);
  }

  @Test
  void a_preview_shows_the_article_and_the_lines_to_copy() throws Exception {
    String key = first("(?<=name=\"key\" value=\")[0-9a-f]+", get("status/preview").body());
    String feed = press.outlets().getFirst().feed().toString();
    String form =
        "address=" + URLEncoder.encode(feed, StandardCharsets.UTF_8) + "&private=yes&topic=near";
    String seen = post("status/preview", form + "&title=h1&key=" + key).body();
    String refused = post("status/preview", form + "&key=none").body();
    String wrong = post("status/preview", form + "&body=p%5B&key=" + key).body();

    assertTrue(seen.contains("- name: ") && seen.contains("\n  url: " + feed), seen);
    assertTrue(
        seen.contains("  topics: [near]\n  private-network: allow\n  article:\n    title: h1"));
    assertTrue(seen.contains("the article found in the page"), seen);
    assertTrue(seen.contains("<iframe class=\"sample\" sandbox"), seen);
    assertFalse(refused.contains("  url:") || refused.contains("verdict"), refused);
    assertTrue(wrong.contains("preview:") && wrong.contains("p["), wrong);
    assertTrue(post("status/preview", "address=nowhere&key=" + key).body().contains("no address"));
  }

  private static HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(program.address().resolve(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void whoever_is_sent_on_by_a_proxy_needs_the_token() throws Exception {
    String passed = "X-Forwarded-For";

    assertEquals(401, get("status", passed, "192.0.2.1").statusCode());
    assertEquals(401, get("metrics", passed, "192.0.2.1").statusCode());
    assertEquals(
        200, get("metrics", passed, "192.0.2.1", "Authorization", "Bearer sesame").statusCode());
    assertEquals(
        200,
        get("status", passed, "192.0.2.1", "Authorization", "Basic bWU6c2VzYW1l").statusCode());
    assertEquals(
        401, get("status", passed, "192.0.2.1", "Authorization", "Basic bWU6bm8=").statusCode());
  }

  @Test
  void metrics_count_what_happened_and_name_the_sources() throws Exception {
    String metrics = get("metrics").body();

    assertTrue(metrics.contains("\nheadrace_ready 1\n"), metrics);
    assertTrue(metrics.contains("\nheadrace_stories 5\n"), metrics);
    assertTrue(metrics.contains("headrace_polls_total{outcome=\"changed\"} 1\n"), metrics);
    assertTrue(metrics.contains("headrace_source_failures{source=\"<b>Odd & co</b>\""), metrics);
    metrics
        .lines()
        .forEach(
            line ->
                assertTrue(
                    line.startsWith("# ")
                        || line.matches("[a-z_]+(\\{[a-z]+=\".*\"(,[a-z]+=\".*\")*})? [0-9]+"),
                    line));
  }

  @Test
  void orders_by_the_key_beside_the_store_are_taken_and_a_source_is_left_in_peace() {
    RunningProgram running = RunningProgram.of(settings);

    assertTrue(running.health().ready());
    assertEquals(404, running.refresh("Nobody").status());
    assertEquals(429, running.refresh("127.0.0.1").status());
    assertTrue(running.reload().words().contains("2 sources applied"));
  }

  @Test
  void a_change_in_an_included_file_is_applied_and_a_fault_there_changes_nothing()
      throws Exception {
    RunningProgram running = RunningProgram.of(settings);
    Path more = folder.resolve("more/one.yaml");
    String before = Files.readString(more);
    Files.writeString(more, before + "- nonsense\n");
    RunningProgram.Reply refused = running.reload();
    Files.writeString(more, before + "- http://127.0.0.1:2/other\n");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                program.store().sources().all().stream().filter(one -> !one.paused()).count() == 3);
    Files.writeString(more, before);
    RunningProgram.Reply applied = running.reload();

    assertEquals(422, refused.status());
    assertTrue(refused.words().contains("one.yaml:4:3"), refused.words());
    assertTrue(refused.words().contains("    4 | - nonsense"), refused.words());
    assertEquals(200, applied.status(), applied.words());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
