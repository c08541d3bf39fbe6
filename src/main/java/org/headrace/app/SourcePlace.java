package org.headrace.app;

import java.io.IOException;
import java.util.List;
import org.headrace.config.Reading;
import org.headrace.config.Settings;
import org.headrace.model.Source;
import org.headrace.store.Store;

/** Where the operator keeps the list of sources: a file of each node, or the store for all. */
public sealed interface SourcePlace permits SourcesInFile, SourcesInStore {

  /** The place that the settings name. */
  static SourcePlace of(Home home, Settings settings, Store store) {
    return settings.operation().sourcesInStore()
        ? new SourcesInStore(store.documents(), home.sourcesFile())
        : new SourcesInFile(home.sourcesFile());
  }

  /** What it is called in messages. */
  String name();

  /**
   * The list as it stands; none where there is no list yet.
   *
   * @throws IOException if it cannot be read at all
   */
  Reading<List<Source>> read() throws IOException;

  /** Other whenever the list may have become another; {@link #NO_LIST} if there is none. */
  String stamp();

  /** True if a list may be seen half written. */
  boolean settles();

  /**
   * Puts another text in place of the one that was read last.
   *
   * @throws IOException if it cannot be written, or is another one meanwhile
   */
  void replace(String text) throws IOException;

  /** The stamp of a list that is not there. */
  String NO_LIST = "";
}
