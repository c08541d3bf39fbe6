package org.headrace.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.headrace.app.Home;
import org.headrace.app.SharedSettings;
import org.headrace.app.SourcesInFile;
import org.headrace.config.Reading;
import org.headrace.config.Settings;
import org.headrace.config.SettingsFile;
import org.headrace.model.Source;
import org.headrace.store.Store;
import org.headrace.store.StoreException;

/**
 * What the operator wrote, read for a command that needs it faultless.
 *
 * @param settings the defaults where there is no file
 * @param sources none where there is no list
 * @param list what the place of the list is called
 */
record OperatorFiles(Settings settings, List<Source> sources, String list) {

  /** Reads both files; faults are written to {@code err}, and then nothing comes back. */
  static Optional<OperatorFiles> read(Home home, PrintWriter err) throws IOException {
    if (!Files.isDirectory(home.settings())) {
      throw new IOException("there is no folder " + home.settings() + " with settings");
    }
    Reading<Settings> settings = effective(home);
    err.print(settings.report());
    try (ListPlace place = ListPlace.of(home, settings.value())) {
      return read(settings, place, err);
    }
  }

  private static Optional<OperatorFiles> read(
      Reading<Settings> settings, ListPlace place, PrintWriter err) throws IOException {
    Reading<List<Source>> sources = place.read();
    err.print(sources.report());
    if (settings.broken() || sources.broken()) {
      err.println("Nothing was started. \"headrace check\" shows the same faults.");
    }
    err.flush();
    return settings
        .value()
        .flatMap(read -> sources.value().map(list -> new OperatorFiles(read, list, place.name())));
  }

  /** The settings as they count: those in the store for what the node's own file does not say. */
  static Reading<Settings> effective(Home home) throws IOException {
    Reading<Settings> own = settings(home.settingsFile());
    Optional<Settings> shared = own.value().filter(read -> read.operation().sourcesInStore());
    if (shared.isEmpty()) {
      return own;
    }
    try (Store store = Store.beside(shared.get().store())) {
      return SharedSettings.read(home.settingsFile(), store);
    } catch (StoreException e) {
      return own; // whoever needs the store will tell
    }
  }

  /** What one file says. */
  static Reading<Settings> settings(Path file) throws IOException {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    return Files.exists(file)
        ? said(file, SettingsFile::read)
        : SettingsFile.read(file.toString(), "", folder);
  }

  /** A list in a file of its own, whatever the settings say. */
  static Reading<List<Source>> sources(Path file) throws IOException {
    return new SourcesInFile(file).read();
  }

  private static <T> Reading<T> said(Path file, Read<T> read) throws IOException {
    try {
      return read.read(file);
    } catch (MalformedInputException e) {
      throw new IOException(file + " is not in UTF-8", e);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private interface Read<T> {
    Reading<T> read(Path file) throws IOException;
  }
}
