package org.headrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.headrace.config.Operation;
import org.headrace.config.Settings;
import org.headrace.config.SettingsFile;
import org.headrace.store.Store;
import org.headrace.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
  @TempDir Path folder;

  private void at(String time, Store store, int kept) throws IOException {
    Settings settings =
        SettingsFile.read("headrace.yaml", "store: data\nbackups: " + kept + "\n", folder)
            .value()
            .orElseThrow();
    assertEquals(kept, settings.operation().backups());
    new Backups(store, settings, () -> Instant.parse(time), ZoneOffset.UTC).nightly();
  }

  private List<String> copies() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data/backups"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Store open() {
    return Store.open(new StoreSettings(folder.resolve("data").toString()));
  }

  @Test
  void one_copy_a_night_is_made_and_the_latest_are_kept() throws IOException {
    try (Store store = open()) {
      at("2026-11-01T02:59:00Z", store, 2);
      assertFalse(Files.exists(folder.resolve("data/backups")), "it is not night yet");
      at("2026-11-01T03:00:00Z", store, 2);
      at("2026-11-01T23:00:00Z", store, 2);
      at("2026-11-02T03:05:00Z", store, 2);
      at("2026-11-03T03:05:00Z", store, 2);
    }
    assertEquals(List.of("headrace-2026-11-02.db", "headrace-2026-11-03.db"), copies());
    Path restored = Files.createDirectories(folder.resolve("restored"));
    Files.copy(
        folder.resolve("data/backups/headrace-2026-11-03.db"), restored.resolve("headrace.db"));
    try (Store store = Store.open(new StoreSettings(restored.toString()))) {
      assertEquals(0, store.stories().counts().stories());
    }
  }

  @Test
  void a_copy_that_was_broken_off_is_made_again() throws IOException {
    Files.createDirectories(folder.resolve("data/backups"));
    Files.writeString(folder.resolve("data/backups/headrace-new"), "half");
    try (Store store = open()) {
      at("2026-11-01T03:00:00Z", store, 1);
    }
    assertEquals(List.of("headrace-2026-11-01.db"), copies());
  }

  @Test
  void who_wants_none_gets_none() throws IOException {
    try (Store store = open()) {
      at("2026-11-01T03:00:00Z", store, 0);
    }
    assertEquals(7, Operation.DEFAULT.backups());
    assertFalse(Files.exists(folder.resolve("data/backups")));
  }
}
