package org.headrace.publish;

import java.net.URI;
import java.util.List;
import org.headrace.model.Source;
import org.headrace.model.Story;

/**
 * One feed with its page, ready to be written in every format. The same publication gives the same
 * bytes on every machine.
 *
 * @param title shown as the name of the feed
 * @param address public base address of the whole site, ending in "/"
 * @param path below {@code address}: empty for everything, else "topic/NAME" as {@link
 *     TopicPath#of} makes it
 * @param stories in any order; published newest first
 * @param sources where the stories come from; listed in the OPML document
 * @param topics every topic that has a page, as the operator wrote it
 * @param generator name and version of the program
 */
public record Publication(
    String title,
    URI address,
    String path,
    List<Story> stories,
    List<Source> sources,
    List<String> topics,
    String generator) {

  public Publication {
    if (WebAddress.of(address).isEmpty() || !address.getPath().endsWith("/")) {
      throw new IllegalArgumentException("address must be http(s) and end in \"/\": " + address);
    }
    if (!path.isEmpty() && !TopicPath.isOne(path)) {
      throw new IllegalArgumentException("path must be empty or \"topic/NAME\": " + path);
    }
    stories = List.copyOf(stories);
    sources = List.copyOf(sources);
    topics = List.copyOf(topics);
  }

  /** True if this is the feed of everything, to which OPML, style sheets and icons belong. */
  boolean isWhole() {
    return path.isEmpty();
  }

  /** Absolute address of something of this site. {@code below} does not begin with "/". */
  String at(String below) {
    return WebAddress.of(address).orElseThrow() + below;
  }

  /** The path of {@link #address}: begins and ends with "/". */
  String base() {
    return address.getRawPath();
  }

  /** Absolute address of the page for people. */
  String page() {
    return at(path);
  }

  /** Path below the base of the feed document in one format: "feed.atom", "topic/local.rss". */
  String feed(String format) {
    return (isWhole() ? "feed" : path) + "." + format;
  }
}
