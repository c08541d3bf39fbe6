package org.headrace.config;

import java.util.List;
import java.util.Locale;
import org.headrace.config.Fault.Severity;

/** Writes faults the way a person finds them: place, words, the line itself, and a caret. */
public final class FaultReport {
  private static final int WIDEST_LINE = 160;

  /** Codes that begin with this are about lines that nobody should read on a screen. */
  private static final String SECRET = "secret-";

  private FaultReport() {}

  /** All of {@code faults} of one file whose content is {@code text}; ends with a line break. */
  public static String of(List<Fault> faults, String text) {
    List<String> lines = text.lines().toList();
    StringBuilder report = new StringBuilder();
    for (Fault fault : faults) {
      report.append(headline(fault)).append('\n');
      if (fault.line() <= lines.size() && !fault.code().startsWith(SECRET)) {
        report.append(excerpt(fault, lines.get(fault.line() - 1)));
      }
    }
    return report.toString();
  }

  /** One line: place, severity, message and code. */
  public static String headline(Fault fault) {
    return "%s:%d:%d  %s  %s  [%s]"
        .formatted(
            fault.file(),
            fault.line(),
            fault.column(),
            fault.severity().name().toLowerCase(Locale.ROOT),
            fault.message(),
            fault.code());
  }

  /** Such as "2 errors, 0 warnings". */
  public static String tally(List<Fault> faults) {
    long errors = faults.stream().filter(fault -> fault.severity() == Severity.ERROR).count();
    return counted(errors, "error") + ", " + counted(faults.size() - errors, "warning");
  }

  private static String excerpt(Fault fault, String line) {
    String shown = line.length() > WIDEST_LINE ? line.substring(0, WIDEST_LINE) + "…" : line;
    String caret = "^".repeat(Math.max(1, Math.min(fault.length(), WIDEST_LINE)));
    String hint =
        fault.correction().isEmpty() ? "" : " did you mean \"" + fault.correction() + "\"?";
    String margin = "%5d | ".formatted(fault.line());
    return margin
        + shown
        + "\n"
        + " ".repeat(margin.length() - 2)
        + "| "
        + " ".repeat(Math.min(fault.column() - 1, WIDEST_LINE))
        + caret
        + hint
        + "\n";
  }

  private static String counted(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
