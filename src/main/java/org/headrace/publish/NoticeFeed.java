package org.headrace.publish;

import java.net.URI;
import java.util.List;

/**
 * A feed of what the program itself writes.
 *
 * @param address base of the whole site, ending in "/"
 * @param path below it without an ending: "status", or as {@link OutputPath#of} makes it
 * @param description one sentence
 * @param notices newest first
 * @param hubs absolute addresses of those that tell of changes (WebSub)
 */
public record NoticeFeed(
    String title,
    URI address,
    String path,
    String description,
    List<Notice> notices,
    List<String> hubs,
    String generator) {

  public NoticeFeed {
    notices = List.copyOf(notices);
    hubs = List.copyOf(hubs);
  }
}
