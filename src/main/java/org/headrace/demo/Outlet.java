package org.headrace.demo;

import java.net.URI;
import java.util.List;

/**
 * One outlet of the press as it stands on the web.
 *
 * @param key short name, such as {@code saltmarsh}
 * @param name as readers know it
 * @param home its front page; ends with a slash
 * @param feed address of its feed
 * @param pages addresses of its article pages, newest article first; a multi-page article has one
 *     for each page
 * @param topics what an operator would file it under
 */
public record Outlet(
    String key, String name, URI home, URI feed, List<URI> pages, List<String> topics) {

  public Outlet {
    pages = List.copyOf(pages);
    topics = List.copyOf(topics);
  }
}
