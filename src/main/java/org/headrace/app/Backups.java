package org.headrace.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.headrace.config.Settings;
import org.headrace.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies an embedded store once a night, beside it, and keeps the latest copies. */
public final class Backups {
  private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
  private static final String PREFIX = "headrace-";
  private static final String SUFFIX = ".db";
  private static final LocalTime NIGHT = LocalTime.of(3, 0);

  private final Store store;
  private final Optional<Path> folder;
  private final int kept;
  private final InstantSource clock;
  private final ZoneId zone;

  Backups(Store store, Settings settings, InstantSource clock, ZoneId zone) {
    this.store = store;
    this.folder = settings.store().folder().map(data -> data.resolve("backups"));
    this.kept = settings.operation().backups();
    this.clock = clock;
    this.zone = zone;
  }

  /** Makes today's copy if it is time and there is none yet, and drops what is too old. */
  public void nightly() throws IOException {
    ZonedDateTime now = clock.instant().atZone(zone);
    if (folder.isEmpty() || kept == 0 || now.toLocalTime().isBefore(NIGHT)) {
      return;
    }
    Path copies = Files.createDirectories(folder.get());
    Path today = copies.resolve(name(now.toLocalDate()));
    if (Files.exists(today)) {
      return;
    }
    Path fresh = copies.resolve(PREFIX + "new");
    Files.deleteIfExists(fresh); // of a copy that was broken off
    store.copyTo(fresh);
    Files.move(fresh, today);
    LOG.info("the store is copied to {}", today);
    drop(copies);
  }

  private void drop(Path copies) throws IOException {
    List<Path> old;
    try (Stream<Path> files = Files.list(copies)) {
      old = files.filter(file -> isCopy(file.getFileName().toString())).sorted().toList();
    }
    for (Path file : old.subList(0, Math.max(0, old.size() - kept))) {
      Files.deleteIfExists(file);
    }
  }

  private static String name(LocalDate day) {
    return PREFIX + day + SUFFIX;
  }

  private static boolean isCopy(String name) {
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }
}
