package org.headrace.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headrace.app.Folders;
import org.headrace.config.Settings;
import org.headrace.store.Store;
import org.headrace.store.StoreException;
import org.headrace.store.StoreSettings;

/** A copy of the store to work on, gone when it is closed. */
final class StoreCopy implements AutoCloseable {
  private final Path folder;
  private final Settings settings;

  private StoreCopy(Path folder, Settings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /** Of the store that {@code settings} name; empty if there is none yet. */
  static StoreCopy of(Settings settings) throws IOException {
    Path original =
        settings
            .store()
            .folder()
            .orElseThrow(
                () -> new IOException("a dry run works on a copy; a shared database is not copied"))
            .resolve("headrace.db");
    Path folder = Files.createTempDirectory("headrace-dry-run");
    if (Files.exists(original)) {
      try (Store store = Store.beside(settings.store())) {
        store.copyTo(folder.resolve("headrace.db"));
      } catch (StoreException e) {
        Folders.delete(folder);
        throw new IOException(e.getMessage(), e);
      }
    }
    return new StoreCopy(folder, settings.at(new StoreSettings(folder.toString())));
  }

  Settings settings() {
    return settings;
  }

  @Override
  public void close() throws IOException {
    Folders.delete(folder);
  }
}
