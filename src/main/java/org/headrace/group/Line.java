package org.headrace.group;

import java.util.ArrayList;
import java.util.List;
import org.headrace.model.Words;

/**
 * A line of a text.
 *
 * @param from its first word's place
 * @param to the place behind its last word
 * @param tag the same for the same words
 */
record Line(int from, int to, int tag) {
  private static final int SHORTEST = 3;
  private static final int MOST = 80;

  /** The lines that are long enough to be known again, from both ends of a very long text. */
  static List<Line> of(Words words) {
    List<Line> lines = new ArrayList<>();
    for (int from = 0; from < words.length(); from = words.lineEnd(from)) {
      int to = words.lineEnd(from);
      if (to - from >= SHORTEST) {
        lines.add(new Line(from, to, tag(words, from, to)));
      }
    }
    int surplus = lines.size() - MOST;
    if (surplus > 0) {
      lines.subList(MOST / 2, MOST / 2 + surplus).clear();
    }
    return lines;
  }

  private static int tag(Words words, int from, int to) {
    long hash = (long) to - from;
    for (int i = from; i < to; i++) {
      hash = Tags.mixed(hash) + words.hash(i);
    }
    return Tags.line(hash);
  }
}
