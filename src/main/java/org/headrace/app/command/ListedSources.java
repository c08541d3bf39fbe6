package org.headrace.app.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.headrace.config.Settings;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.SourceId;
import org.headrace.store.SourceStatus;
import org.headrace.store.Store;
import org.headrace.store.StoreException;

/** What the store knows of the sources in the operator's file. */
final class ListedSources {
  private final Map<SourceId, SourceStatus> known = new HashMap<>();

  /** Nothing is known where there is no store yet. */
  static ListedSources in(Settings settings) {
    ListedSources listed = new ListedSources();
    try (Store store = Store.beside(settings.store())) {
      store.sources().all().forEach(status -> listed.known.put(status.source().id(), status));
    } catch (StoreException e) {
      // never run, or not to be read: then there is nothing to tell beside the file
    }
    return listed;
  }

  Optional<SourceStatus> of(Source source) {
    return Optional.ofNullable(known.get(source.id())).filter(status -> !status.paused());
  }

  /** In one or two words, as the page of the program says it. */
  static String state(SourceStatus status) {
    PollState state = status.state();
    if (status.paused()) {
      return "no longer listed";
    }
    if (state.polled().isEmpty()) {
      return "not asked yet";
    }
    if (status.nextPoll().isEmpty()) {
      return "stopped";
    }
    return state.failures() > 0 ? "failing" : "well";
  }
}
