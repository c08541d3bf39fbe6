package org.headrace.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.headrace.config.Fault;
import org.headrace.config.Fault.Severity;
import org.headrace.config.FaultReport;
import org.headrace.config.Reading;
import org.headrace.config.Settings;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of several files, for people and for programs. */
final class Findings {
  private final List<Fault> faults = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  void add(Path file, Reading<?> reading) {
    if (reading.faults().isEmpty()) {
      text.append(file).append(": no faults\n");
    }
    faults.addAll(reading.faults());
    text.append(reading.report());
  }

  void add(List<Fault> found, String content) {
    faults.addAll(found);
    text.append(FaultReport.of(found, content));
  }

  /** Faults of files whose content is not shown. */
  void addLoose(List<Fault> found) {
    faults.addAll(found);
    found.forEach(fault -> text.append(FaultReport.headline(fault)).append('\n'));
  }

  long errors() {
    return faults.stream().filter(fault -> fault.severity() == Severity.ERROR).count();
  }

  long warnings() {
    return faults.size() - errors();
  }

  String text() {
    String more =
        faults.isEmpty() ? "" : ". More about a code: headrace help " + faults.getFirst().code();
    return text + FaultReport.tally(faults) + more + "\n";
  }

  String json() {
    ObjectNode root = JsonText.object();
    root.put("errors", errors()).put("warnings", warnings());
    ArrayNode list = root.putArray("faults");
    for (Fault fault : faults) {
      list.addObject()
          .put("file", fault.file())
          .put("line", fault.line())
          .put("column", fault.column())
          .put("length", fault.length())
          .put("severity", level(fault))
          .put("code", fault.code())
          .put("message", fault.message())
          .put("correction", fault.correction());
    }
    return JsonText.of(root);
  }

  /**
   * For programs that show faults beside the lines.
   *
   * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/">SARIF 2.1.0</a>
   */
  String sarif() {
    ObjectNode root = JsonText.object();
    root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    root.put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "headrace").put("version", Settings.VERSION);
    ArrayNode rules = driver.putArray("rules");
    faults.stream().map(Fault::code).distinct().forEach(code -> rules.addObject().put("id", code));
    ArrayNode results = run.putArray("results");
    for (Fault fault : faults) {
      ObjectNode result = results.addObject();
      result.put("ruleId", fault.code()).put("level", level(fault));
      String meant =
          fault.correction().isEmpty() ? "" : ", did you mean \"" + fault.correction() + "\"?";
      result.putObject("message").put("text", fault.message() + meant);
      ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
      place.putObject("artifactLocation").put("uri", Path.of(fault.file()).toUri().toString());
      place
          .putObject("region")
          .put("startLine", fault.line())
          .put("startColumn", fault.column())
          .put("endColumn", fault.column() + fault.length());
    }
    return JsonText.of(root);
  }

  private static String level(Fault fault) {
    return fault.severity() == Severity.ERROR ? "error" : "warning";
  }
}
