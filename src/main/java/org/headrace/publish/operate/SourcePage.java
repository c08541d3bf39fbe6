package org.headrace.publish.operate;

import java.util.List;
import org.headrace.publish.Frame;

/**
 * One source: how it is asked, what it answered, what it brought.
 *
 * @param canOrder true if whoever knows the token may have it asked now
 */
public record SourcePage(
    Frame frame,
    String name,
    String address,
    String state,
    String kind,
    List<Fact> facts,
    List<Poll> polls,
    List<Brought> entries,
    boolean canOrder) {

  public SourcePage {
    facts = List.copyOf(facts);
    polls = List.copyOf(polls);
    entries = List.copyOf(entries);
  }

  /** A setting or a state; {@code origin} says where it comes from, empty if that is plain. */
  public record Fact(String name, String value, String origin) {}

  /** One request for the feed. */
  public record Poll(String at, String outcome, String next) {}

  /** One entry of its feed; {@code path} leads to its explanation. */
  public record Brought(String title, String path, String at, String state) {}
}
