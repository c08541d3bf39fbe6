package org.headrace.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.headrace.group.Strictness;
import org.headrace.pipeline.DigestSettings;
import org.headrace.pipeline.OutputSettings;
import org.headrace.pipeline.PublishSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  private static final Path FOLDER = Path.of("/srv/headrace/config");

  @Test
  void an_empty_file_means_the_defaults() {
    Settings settings = read("").value().orElseThrow();

    assertEquals(Settings.defaults(FOLDER), settings);
    assertEquals("/srv/headrace/data", settings.store().url());
    assertEquals(URI.create("http://127.0.0.1:8080/"), settings.web().publicAddress());
  }

  @Test
  void the_file_that_is_shipped_says_the_defaults_and_every_key() throws IOException {
    Path shipped = Path.of("config/headrace.yaml");
    Reading<Settings> reading = SettingsFile.read(shipped);

    assertEquals(List.of(), reading.faults());
    assertEquals(
        Settings.defaults(shipped.toAbsolutePath().getParent()), reading.value().orElseThrow());
    String schema = Files.readString(Path.of("config/schema/headrace.schema.json"));
    for (String key : List.of("contact", "listen", "gap", "attempts", "join", "retention")) {
      assertTrue(schema.contains('"' + key + '"') && reading.text().contains(key + ":"), key);
    }
  }

  @Test
  void each_part_gets_what_is_written_for_it() {
    Settings settings =
        read("""
                contact: https://reader.example/about
                store: jdbc:postgresql://db.example/headrace
                web: {listen: "0.0.0.0:9000", public-address: "https://news.example/feeds"}
                fetch: {gap: 500ms, feed-size: 2MB, robots: ignore}
                duplicates: {join: same-link, window: 3d}
                """)
            .value()
            .orElseThrow();

    assertEquals("jdbc:postgresql://db.example/headrace", settings.store().url());
    assertEquals(9000, settings.web().port());
    assertEquals(URI.create("https://news.example/feeds/"), settings.web().publicAddress());
    assertEquals(Duration.ofMillis(500), settings.fetch().gap());
    assertEquals(2_000_000, settings.fetch().feedBytes());
    assertTrue(settings.fetch().userAgent().contains("(+https://reader.example/about)"));
    assertEquals(Strictness.SAME_LINK, settings.duplicates().strictness());
  }

  @Test
  void faults_of_words_and_of_meaning_come_together() {
    Reading<Settings> reading =
        read(
            """
            fetch:
              gapp: 2s
              page-size: much
            poll:
              shortest: 2d
            web:
              listen: here
            retention: 90 days
            """);

    assertTrue(reading.value().isEmpty());
    assertEquals(
        List.of(
            "2:3 unknown-key gap",
            "3:14 not-a-size ",
            "5:13 out-of-order ",
            "7:11 not-a-place 127.0.0.1:8080",
            "8:12 not-a-duration 90d"),
        reading.faults().stream()
            .map(f -> f.line() + ":" + f.column() + " " + f.code() + " " + f.correction())
            .toList());
  }

  @Test
  void feeds_of_the_operators_own_are_read() {
    PublishSettings publish =
        read("""
                feed: {title: All, fair: 30%, languages: [en], files: ../site}
                web: {hubs: [https://hub.example/]}
                outputs:
                  - name: long-reads
                    title: Long reads
                    least-words: 800
                    topics: [Science]
                    sources: [The Lantern]
                    items: 20
                    drop:
                      - source: Wire
                        title: /^Live/
                  - name: morning
                    token: only-for-the-crew
                    digest: {at: "06:30", zone: Europe/Berlin, top: 5}
                """)
            .value()
            .orElseThrow()
            .publish();

    assertEquals(30, publish.selection().fair());
    assertEquals(List.of("https://hub.example/"), publish.hubs());
    assertEquals(Optional.of(Path.of("/srv/headrace/site")), publish.folder());
    OutputSettings reads = publish.outputs().get(0);
    assertEquals("Long reads", reads.title());
    assertEquals(20, reads.items());
    assertEquals(800, reads.selection().leastWords());
    assertEquals(List.of("Science"), reads.selection().topics());
    assertEquals(2, reads.selection().rules().get(0).conditions().size());
    OutputSettings morning = publish.outputs().get(1);
    assertEquals("only-for-the-crew", morning.token());
    assertEquals(
        Optional.of(
            new DigestSettings(LocalTime.of(6, 30), ZoneId.of("Europe/Berlin"), 5)),
        morning.digest());
    assertEquals(30, morning.items());
  }

  @Test
  void faults_of_feeds_are_told_with_their_places() {
    Reading<Settings> reading =
        read(
            """
            feed:
              fair: third
              languages: [english!]
            web:
              hubs: [hub.example]
            outputs:
              - name: Big News
              - name: one
                token: short
                fairr: 30%
                digest: {at: 7 am, zone: Berlin}
              - name: one
              - title: none
            """);

    assertEquals(
        List.of(
            "2:9 not-a-share",
            "3:15 not-a-language",
            "5:10 not-an-address",
            "7:11 not-a-name",
            "9:12 secret-not-a-token",
            "10:5 unknown-key",
            "11:18 not-a-time",
            "11:30 not-a-zone",
            "12:11 duplicate-name",
            "13:5 missing-key"),
        reading.faults().stream()
            .map(f -> f.line() + ":" + f.column() + " " + f.code())
            .toList());
  }

  private static Reading<Settings> read(String text) {
    return SettingsFile.read("headrace.yaml", text, FOLDER);
  }

  @Test
  void rules_for_sites_lie_beside_the_settings_unless_another_place_is_named(@TempDir Path folder)
      throws IOException {
    Path others = Files.createDirectory(folder.resolve("others"));

    Settings settings =
        SettingsFile.read("headrace.yaml", "scrape: {more-rules: others}", folder)
            .value()
            .orElseThrow();

    assertEquals(Optional.of(folder.resolve("rules")), settings.rules().own());
    assertEquals(Optional.of(others), settings.rules().bundle());
    Fault fault =
        SettingsFile.read("headrace.yaml", "scrape: {rules: elsewhere}", folder)
            .faults()
            .getFirst();
    assertEquals("not-there", fault.code());
  }
}
