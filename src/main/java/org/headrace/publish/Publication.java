package org.headrace.publish;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Source;
import org.headrace.model.Story;

/**
 * One feed with its page, ready to be written in every format. The same publication gives the same
 * bytes on every machine.
 *
 * @param title shown as the name of the feed
 * @param address public base address of the whole site, ending in "/"
 * @param path below {@code address}: empty for everything, else "topic/NAME" as {@link
 *     TopicPath#of} makes it, or "feed/NAME" as {@link OutputPath} does
 * @param stories in any order; published newest first
 * @param sources where the stories come from; listed in the OPML document
 * @param topics every topic that has a page, as the operator wrote it
 * @param generator name and version of the program
 * @param hubs absolute addresses of those that tell of changes (WebSub)
 * @param archive name of the newest part of its archive; empty if it has none
 * @param search true if stories can be searched at "search"
 * @param others the other feeds of the site that everybody may know; told on the first page only
 */
public record Publication(
    String title,
    URI address,
    String path,
    List<Story> stories,
    List<Source> sources,
    List<String> topics,
    String generator,
    List<String> hubs,
    Optional<String> archive,
    boolean search,
    List<Other> others) {

  /**
   * Another feed of the site.
   *
   * @param path below {@link #address}, without the ending of its format
   */
  public record Other(String title, String path) {}

  public Publication {
    if (WebAddress.of(address).isEmpty() || !address.getPath().endsWith("/")) {
      throw new IllegalArgumentException("address must be http(s) and end in \"/\": " + address);
    }
    if (!path.isEmpty() && !TopicPath.isOne(path) && !OutputPath.isOne(path)) {
      throw new IllegalArgumentException("no path of a publication: " + path);
    }
    stories = List.copyOf(stories);
    sources = List.copyOf(sources);
    topics = List.copyOf(topics);
    hubs = List.copyOf(hubs);
    others = List.copyOf(others);
  }

  /** A publication without hubs, archive and other feeds beside it. */
  public Publication(
      String title,
      URI address,
      String path,
      List<Story> stories,
      List<Source> sources,
      List<String> topics,
      String generator) {
    this(
        title,
        address,
        path,
        stories,
        sources,
        topics,
        generator,
        List.of(),
        Optional.empty(),
        false,
        List.of());
  }

  /** The same feed with other stories in it. */
  public Publication with(List<Story> given) {
    return new Publication(
        title, address, path, given, sources, topics, generator, hubs, archive, search, others);
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
    return feedPath() + "." + format;
  }

  /** The same without its ending. */
  String feedPath() {
    return isWhole() ? "feed" : path;
  }

  /** Absolute address, without its ending, of a part of the archive. */
  String archived(String part) {
    return at(archivePath(part));
  }

  /** The same below the base. */
  String archivePath(String part) {
    return (isWhole() ? "" : path + "/") + "archive/" + part;
  }

  /** Folder below the base in which its stories have their pages. */
  String storyFolder() {
    return OutputPath.isPrivate(path) ? path + "/story/" : "story/";
  }
}
