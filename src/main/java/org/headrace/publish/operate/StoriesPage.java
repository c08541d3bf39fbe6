package org.headrace.publish.operate;

import java.util.List;
import org.headrace.publish.Frame;

/**
 * The newest entries, whatever became of them.
 *
 * @param words asked for in titles; empty if any
 * @param source name of the one asked for; empty if any
 * @param topic asked for; empty if any
 * @param state asked for; empty if any
 * @param states to choose from
 * @param topics to choose from
 */
public record StoriesPage(
    Frame frame,
    String words,
    String source,
    String topic,
    String state,
    List<Choice> states,
    List<String> topics,
    List<Row> rows) {

  public StoriesPage {
    states = List.copyOf(states);
    topics = List.copyOf(topics);
    rows = List.copyOf(rows);
  }

  /** One of several: what is sent, and what a person reads. */
  public record Choice(String value, String words) {}

  /** One entry; {@code path} leads to its explanation. */
  public record Row(String title, String path, String source, String at, String state) {}
}
