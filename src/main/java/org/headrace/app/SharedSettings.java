package org.headrace.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.headrace.config.EffectiveSettings;
import org.headrace.config.Reading;
import org.headrace.config.Settings;
import org.headrace.config.SettingsFile;
import org.headrace.store.Document;
import org.headrace.store.Store;

/** Settings in the store, for what the files of the nodes do not say. */
public final class SharedSettings {
  /** The name of the document. */
  public static final String DOCUMENT = "headrace.yaml";

  private SharedSettings() {}

  /**
   * What counts for a node: its file first, then what the store has.
   *
   * @param file need not exist
   * @throws IOException if the file cannot be read
   */
  public static Reading<Settings> read(Path file, Store store) throws IOException {
    String shared = store.documents().latest(DOCUMENT).map(Document::body).orElse("");
    String text = Files.exists(file) ? Files.readString(file) : "";
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    return SettingsFile.read(file.toString(), text, folder, shared);
  }

  /** The line of {@code text} that says where the store or the list is, if one does. */
  public static Optional<EffectiveSettings.Setting> wrong(String text) {
    return EffectiveSettings.of(text).stream()
        .filter(one -> one.line().isPresent())
        .filter(one -> one.key().equals("store") || one.key().equals("sources"))
        .findFirst();
  }
}
