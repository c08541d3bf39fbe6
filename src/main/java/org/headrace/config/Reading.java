package org.headrace.config;

import java.util.List;
import java.util.Optional;
import org.headrace.config.Fault.Severity;

/**
 * What a settings file says.
 *
 * @param value empty if the file has an error
 * @param faults in the order of the lines; errors and warnings
 * @param text the file as it stands, for showing its lines
 */
public record Reading<T>(Optional<T> value, List<Fault> faults, String text) {

  public Reading {
    faults = List.copyOf(faults);
  }

  /** True if anything stands in the way of using the file. */
  public boolean broken() {
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
  }
}
