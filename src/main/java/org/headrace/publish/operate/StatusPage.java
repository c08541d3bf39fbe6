package org.headrace.publish.operate;

import java.util.List;
import org.headrace.publish.Frame;

/**
 * How the program and its sources are doing.
 *
 * @param well true if the program does its work
 * @param reasons what is not well, a sentence each
 * @param processes that share the store, a line each; empty if there is one only
 * @param drift in what they differ, a sentence each
 * @param troubles sources that need somebody
 */
public record StatusPage(
    Frame frame,
    boolean well,
    List<String> reasons,
    List<String> processes,
    List<String> drift,
    List<Tile> tiles,
    List<Trouble> troubles,
    List<Row> sources) {

  public StatusPage {
    reasons = List.copyOf(reasons);
    processes = List.copyOf(processes);
    drift = List.copyOf(drift);
    tiles = List.copyOf(tiles);
    troubles = List.copyOf(troubles);
    sources = List.copyOf(sources);
  }

  /** One figure with what it counts. */
  public record Tile(String figure, String label, String remark) {}

  /** What happened to a source and what can be done. */
  public record Trouble(String name, String path, String state, String words, String advice) {}

  /**
   * One source.
   *
   * @param kind of the state, for its colour: well, new, wait, bad, off
   * @param spark path of the line of its last days; empty if it had nothing
   * @param sparkWords the same in words
   */
  public record Row(
      String name,
      String path,
      String host,
      String state,
      String kind,
      String words,
      String lastNew,
      String next,
      String reason,
      String spark,
      String sparkWords,
      int articles) {}
}
