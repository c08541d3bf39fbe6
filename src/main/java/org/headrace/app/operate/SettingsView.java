package org.headrace.app.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.headrace.app.Home;
import org.headrace.config.EffectiveSettings;
import org.headrace.config.EffectiveSettings.Setting;
import org.headrace.config.SettingsFile;
import org.headrace.config.SourcesFile;
import org.headrace.publish.Frame;
import org.headrace.publish.operate.SettingsPage;

/** What the program was started with, beside what the operator's files say now. */
final class SettingsView {
  private final Home home;
  private final Frame frame;
  private final List<Setting> started;

  /** Remembers the settings as they stand now, at the start. */
  SettingsView(Home home, Frame frame) {
    this.home = home;
    this.frame = frame;
    this.started = EffectiveSettings.of(text(home.settingsFile()));
  }

  SettingsPage page() {
    Map<String, Setting> now =
        EffectiveSettings.of(text(home.settingsFile())).stream()
            .collect(Collectors.toMap(Setting::key, Function.identity()));
    List<SettingsPage.Row> rows = new ArrayList<>();
    for (Setting setting : started) {
      Setting next = now.getOrDefault(setting.key(), setting);
      rows.add(
          new SettingsPage.Row(
              setting.key(),
              setting.value(),
              setting.line().isPresent() ? "line " + setting.line().getAsInt() : "default",
              next.value().equals(setting.value()) ? "" : next.value(),
              setting.meaning()));
    }
    return new SettingsPage(
        frame,
        home.settingsFile().toString(),
        faults(),
        rows.stream().anyMatch(row -> !row.next().isEmpty()),
        rows);
  }

  private String faults() {
    return report(home.settingsFile(), file -> SettingsFile.read(file).report())
        + report(home.sourcesFile(), file -> SourcesFile.read(file).report());
  }

  private static String report(Path file, Report report) {
    try {
      return Files.exists(file) ? report.of(file) : "";
    } catch (IOException e) {
      return file + " cannot be read: " + e.getMessage() + "\n";
    }
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private interface Report {
    String of(Path file) throws IOException;
  }
}
