package org.headrace.publish.operate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.headrace.publish.Frame;

/**
 * One source: how it is asked, what it answered, what it brought.
 *
 * @param answer what its server sent with the last answer, first its status; empty if none came
 *     since the start
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
    List<Fact> answer,
    List<Brought> entries,
    boolean canOrder) {

  public SourcePage {
    facts = List.copyOf(facts);
    polls = List.copyOf(polls);
    answer = List.copyOf(answer);
    entries = List.copyOf(entries);
  }

  /** Where its feed can be looked at as it is now. */
  public String previewPath() {
    return frame.base() + "status/preview?address=" + encoded(address);
  }

  /** Where the lines of the log that name it stand. */
  public String logPath() {
    return frame.base() + "status/log?q=" + encoded(name);
  }

  /** Where all its entries stand. */
  public String storiesPath() {
    return frame.base() + "status/stories?source=" + encoded(name);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A setting or a state; {@code origin} says where it comes from, empty if that is plain. */
  public record Fact(String name, String value, String origin) {}

  /** One request for the feed. */
  public record Poll(String at, String outcome, String next) {}

  /** One entry of its feed; {@code path} leads to its explanation. */
  public record Brought(String title, String path, String at, String state) {}
}
