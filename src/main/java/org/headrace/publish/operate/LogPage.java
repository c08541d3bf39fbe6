package org.headrace.publish.operate;

import java.util.List;
import org.headrace.publish.Frame;

/**
 * The latest lines of the log, the latest first.
 *
 * @param words that each line has; empty if all are shown
 * @param troubles true if only warnings and errors are shown
 */
public record LogPage(Frame frame, String words, boolean troubles, List<Line> lines) {

  public LogPage {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param kind for its colour: well, wait (a warning), bad (an error)
   */
  public record Line(String at, String level, String kind, String words) {}
}
