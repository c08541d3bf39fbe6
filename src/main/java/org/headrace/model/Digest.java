package org.headrace.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The stories of one day, put together once.
 *
 * @param output name of the feed it belongs to
 * @param day on which it was made, by the wall clock of its zone
 * @param made the moment from which on it counts as published
 * @param lines the most carried story first
 */
public record Digest(String output, LocalDate day, Instant made, List<Line> lines) {

  /**
   * One story of the day, as it was then. All texts are plain.
   *
   * @param link where the original stands; empty if it has no address
   * @param from who tells it: the sources, in one text
   * @param text short; empty if there is none
   */
  public record Line(String title, Optional<String> link, String from, String text) {}

  public Digest {
    lines = List.copyOf(lines);
  }
}
