package org.headrace.app.operate;

import java.util.Locale;
import java.util.Map;
import org.headrace.publish.Frame;
import org.headrace.publish.operate.LogPage;

/** The log, to be looked through for a source or a word. */
final class LogView {
  private final RecentLines lines;
  private final StatusRows rows;
  private final Frame frame;

  LogView(RecentLines lines, StatusRows rows, Frame frame) {
    this.lines = lines;
    this.rows = rows;
    this.frame = frame;
  }

  /** Those lines that {@code asked} wants: {@code q} (words in them) and {@code troubles}. */
  LogPage of(Map<String, String> asked) {
    String words = asked.getOrDefault("q", "").strip();
    boolean troubles = asked.containsKey("troubles");
    String sought = words.toLowerCase(Locale.ROOT);
    return new LogPage(
        frame,
        words,
        troubles,
        lines.latest().stream()
            .filter(line -> !troubles || !kind(line).equals("well"))
            .filter(line -> line.words().toLowerCase(Locale.ROOT).contains(sought))
            .map(
                line ->
                    new LogPage.Line(
                        rows.exactClock(line.at()), line.level(), kind(line), line.words()))
            .toList());
  }

  private static String kind(RecentLines.Line line) {
    return switch (line.level()) {
      case "ERROR" -> "bad";
      case "WARN" -> "wait";
      default -> "well";
    };
  }
}
