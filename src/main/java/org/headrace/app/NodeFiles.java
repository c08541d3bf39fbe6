package org.headrace.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headrace.config.EffectiveSettings;
import org.headrace.config.Settings;
import org.headrace.model.Source;
import org.headrace.model.StableHash;
import org.headrace.store.Document;

/** Digests of what a node works with, by which nodes that should work alike are compared. */
final class NodeFiles {
  private static final String SETTINGS = "headrace.yaml: ";

  /** What may well be another on each node. */
  private static final Set<String> OWN =
      Set.of("store", "web.listen", "web.token", "fetch.at-once", "feed.files", "backups");

  private NodeFiles() {}

  /**
   * Of the settings, key by key, the routes and the connection of the stages, as they are now.
   *
   * @param shared settings in the store, where this node looks at them
   */
  static Map<String, String> of(Home home, Settings settings, Optional<Document> shared) {
    Map<String, String> files = new TreeMap<>();
    String below = shared.map(Document::body).orElse("");
    EffectiveSettings.of(text(home.settingsFile()), below).stream()
        .filter(one -> !OWN.contains(one.key()))
        .forEach(one -> files.put(SETTINGS + one.key(), digest(one.value())));
    Path stages = home.stages(settings.stages());
    files.put(home.program().relativize(stages).toString(), digest(text(stages)));
    try (Stream<Path> routes = Files.list(home.routes())) {
      routes
          .filter(file -> file.toString().endsWith(".camel.yaml"))
          .forEach(
              file -> files.put(home.program().relativize(file).toString(), digest(text(file))));
    } catch (IOException e) {
      files.put("routes", ""); // the start will tell
    }
    return files;
  }

  /** Of the list of sources. */
  static String of(List<Source> sources) {
    return digest(sources.stream().map(Source::toString).collect(Collectors.joining("\n")));
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static String digest(String text) {
    return Long.toString(StableHash.of(text), Character.MAX_RADIX);
  }
}
