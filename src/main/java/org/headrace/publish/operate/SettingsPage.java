package org.headrace.publish.operate;

import java.util.List;
import org.headrace.publish.Frame;

/**
 * What counts, and where it is written.
 *
 * @param file the settings, as they are named on this machine
 * @param faults of the settings and the list of sources as they stand now; empty if there are none
 * @param changed true if the file has changed since the start in a way that counts at the next one
 */
public record SettingsPage(
    Frame frame, String file, String faults, boolean changed, List<Row> rows) {

  public SettingsPage {
    rows = List.copyOf(rows);
  }

  /**
   * One key.
   *
   * @param value since the start
   * @param origin "default", or the line
   * @param next what the file says now; empty if that is the same
   */
  public record Row(String key, String value, String origin, String next, String meaning) {}
}
