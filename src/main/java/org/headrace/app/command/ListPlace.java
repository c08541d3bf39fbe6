package org.headrace.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.headrace.app.Home;
import org.headrace.app.SourcePlace;
import org.headrace.app.SourcesInFile;
import org.headrace.config.Reading;
import org.headrace.config.Settings;
import org.headrace.model.Source;
import org.headrace.store.Store;
import org.headrace.store.StoreException;

/** Where the list of sources is kept, open for one command. */
final class ListPlace implements AutoCloseable {
  private final SourcePlace place;
  private final Optional<Store> store;

  private ListPlace(SourcePlace place, Optional<Store> store) {
    this.place = place;
    this.store = store;
  }

  /**
   * The place that the settings name.
   *
   * @param settings the file counts where they have a fault
   * @throws IOException if the list is in a store that cannot be opened
   */
  static ListPlace of(Home home, Optional<Settings> settings) throws IOException {
    if (settings.filter(read -> read.operation().sourcesInStore()).isEmpty()) {
      return new ListPlace(new SourcesInFile(home.sourcesFile()), Optional.empty());
    }
    try {
      Store store = Store.beside(settings.get().store());
      return new ListPlace(SourcePlace.of(home, settings.get(), store), Optional.of(store));
    } catch (StoreException e) {
      throw new IOException("the list of sources is in the store. " + e.getMessage(), e);
    }
  }

  Reading<List<Source>> read() throws IOException {
    return place.read();
  }

  String name() {
    return place.name();
  }

  /** True if the list is the same for all nodes. */
  boolean inStore() {
    return store.isPresent();
  }

  /** The store with the list; empty if that is a file. */
  Optional<Store> store() {
    return store;
  }

  void replace(String text) throws IOException {
    place.replace(text);
  }

  @Override
  public void close() {
    store.ifPresent(Store::close);
  }
}
