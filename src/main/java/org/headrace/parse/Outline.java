package org.headrace.parse;

import java.net.URI;
import java.util.List;

/**
 * A feed that somebody subscribes to, as a list of subscriptions names it.
 *
 * @param title plain text or HTML as found; empty if none
 * @param topics the folders it lies in, the outermost first, then its categories; empty if none
 */
public record Outline(String title, URI feed, List<String> topics) {

  public Outline {
    topics = List.copyOf(topics);
  }
}
