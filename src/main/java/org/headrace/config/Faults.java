package org.headrace.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.headrace.config.Fault.Severity;

/** Collects the faults of one file. */
final class Faults {
  private final String file;
  private final List<Fault> found = new ArrayList<>();

  Faults(String file) {
    this.file = file;
  }

  void error(Place place, String code, String message, String correction) {
    add(place, Severity.ERROR, code, message, correction);
  }

  void warning(Place place, String code, String message, String correction) {
    add(place, Severity.WARNING, code, message, correction);
  }

  private void add(Place at, Severity severity, String code, String message, String correction) {
    Fault fault =
        new Fault(file, at.line(), at.column(), at.length(), severity, code, message, correction);
    if (!found.contains(fault)) {
      found.add(fault);
    }
  }

  /** A line of this file, told from lines of others. */
  String place(int line) {
    return file + ":" + line;
  }

  /** Such a line in words: the file is not named if it is this one. */
  String seen(String place) {
    int colon = place.lastIndexOf(':');
    return place.substring(0, colon).equals(file) ? "line " + place.substring(colon + 1) : place;
  }

  List<Fault> inOrder() {
    return found.stream()
        .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
        .toList();
  }
}
