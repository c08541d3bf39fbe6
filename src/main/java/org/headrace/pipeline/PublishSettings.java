package org.headrace.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the feeds.
 *
 * @param title of the combined feed
 * @param items newest stories kept in a feed
 * @param generator name and version of the program
 * @param selection which stories the combined feed, the feeds of topics and the pages have
 * @param outputs further feeds
 * @param hubs absolute addresses of those that tell of changes (WebSub)
 * @param search true if stories can be searched on the pages
 * @param folder where the same bytes are written as files; empty if nowhere
 */
public record PublishSettings(
    String title,
    int items,
    String generator,
    Selection selection,
    List<OutputSettings> outputs,
    List<String> hubs,
    boolean search,
    Optional<Path> folder) {

  public PublishSettings {
    outputs = List.copyOf(outputs);
    hubs = List.copyOf(hubs);
  }

  /** The same, of which nothing can be searched: for files without a server. */
  public PublishSettings withoutSearch() {
    return new PublishSettings(
        title, items, generator, selection, outputs, hubs, false, folder);
  }

  /** One feed of everything. */
  public PublishSettings(String title, int items, String generator) {
    this(title, items, generator, Selection.ALL, List.of(), List.of(), true, Optional.empty());
  }
}
