package org.headrace.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.config.Fault.Severity;

/**
 * What a settings file says.
 *
 * @param value empty if the file has an error
 * @param faults in the order of the lines; errors and warnings
 * @param text the file as it stands, for showing its lines
 * @param included files that it includes, by the names that faults have; each as it stands
 */
public record Reading<T>(
    Optional<T> value, List<Fault> faults, String text, Map<String, String> included) {

  public Reading {
    faults = List.copyOf(faults);
    included = Map.copyOf(included);
  }

  /** Of one file that includes no other. */
  public Reading(Optional<T> value, List<Fault> faults, String text) {
    this(value, faults, text, Map.of());
  }

  /** The faults of all files as a person reads them; empty if there are none. */
  public String report() {
    StringBuilder report = new StringBuilder();
    for (Fault fault : faults) {
      String where = included.getOrDefault(fault.file(), text);
      report.append(FaultReport.of(List.of(fault), where));
    }
    return report.toString();
  }

  /** True if anything stands in the way of using the file. */
  public boolean broken() {
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
  }
}
