package org.headrace.app;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.headrace.config.Fault;
import org.headrace.config.FaultReport;
import org.headrace.config.Reading;
import org.headrace.model.Move;
import org.headrace.model.Source;
import org.headrace.pipeline.Publisher;
import org.headrace.store.SourceStatus;
import org.headrace.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the store's sources as the operator's list has them. A list that was changed is applied; a
 * file once it has stood unchanged for one look, so that a half-written one is never taken for the
 * whole. One with a fault changes nothing and is told once.
 */
public final class SourceList {
  private static final Logger LOG = LoggerFactory.getLogger(SourceList.class);

  private final SourcePlace place;
  private final Store store;
  private final Publisher publisher;
  private final InstantSource clock;
  private String applied = SourcePlace.NO_LIST;
  private String seen = SourcePlace.NO_LIST;
  private Optional<String> digest = Optional.empty();

  SourceList(SourcePlace place, Store store, Publisher publisher, InstantSource clock) {
    this.place = place;
    this.store = store;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** Applies the list as it stands, at start, when {@code sources} have just been read from it. */
  synchronized void begin(List<Source> sources) {
    try {
      place.read(); // so that what it includes is watched
    } catch (IOException e) {
      LOG.debug("no list yet", e);
    }
    seen = place.stamp();
    applied = seen;
    if (seen.equals(SourcePlace.NO_LIST) && place instanceof SourcesInStore empty) {
      LOG.warn("{}", empty.hint());
    } else {
      store.sources().sync(sources, clock.instant());
      digest = Optional.of(NodeFiles.of(sources));
    }
    store.sources().troubled().forEach(this::tellOfMove);
  }

  private void tellOfMove(SourceStatus status) {
    status
        .state()
        .move()
        .filter(Move::adopted)
        .ifPresent(
            move -> LOG.warn("{}", MovedSource.words(place.name(), status.source(), move.to())));
  }

  /**
   * What came of reading the list by hand.
   *
   * @param done false if it has a fault, and so nothing was changed
   * @param words for the operator, a line for each fault
   */
  record Applied(boolean done, String words) {}

  /** Applies the list as it stands now. */
  synchronized Applied reload() {
    String now = place.stamp();
    seen = now;
    if (now.equals(SourcePlace.NO_LIST)) {
      return new Applied(false, "there is no " + place.name() + "; the old sources stay");
    }
    try {
      Reading<List<Source>> reading = place.read();
      seen = place.stamp();
      applied = seen;
      report(reading);
      reading.value().ifPresent(this::apply);
      String faults = reading.report();
      return reading
          .value()
          .map(list -> new Applied(true, faults + list.size() + " sources applied"))
          .orElse(new Applied(false, faults + "the old sources stay"));
    } catch (IOException e) {
      return new Applied(false, e.getMessage() + "; the old sources stay");
    }
  }

  /** Looks at the list; applies it if it was changed since. */
  public synchronized void refresh() {
    String now = place.stamp();
    boolean settled = now.equals(seen) || !place.settles();
    seen = now;
    if (!settled || now.equals(applied) || now.equals(SourcePlace.NO_LIST)) {
      return;
    }
    try {
      Reading<List<Source>> reading = place.read();
      report(reading);
      reading.value().ifPresent(this::apply);
      seen = place.stamp();
      applied = seen; // not before: what the store refused is applied at the next look
    } catch (IOException e) {
      applied = now;
      LOG.error("{}; the old sources stay", e.getMessage());
    }
  }

  /** Of the list that was applied last; empty if this node looks at none. */
  synchronized Optional<String> digest() {
    return digest;
  }

  private void apply(List<Source> sources) {
    store.sources().sync(sources, clock.instant());
    digest = Optional.of(NodeFiles.of(sources));
    publisher.sourcesChanged();
    LOG.info(
        "{} applied: {} source{}", place.name(), sources.size(), sources.size() == 1 ? "" : "s");
  }

  private static void report(Reading<List<Source>> reading) {
    for (Fault fault : reading.faults()) {
      String hint = fault.correction().isEmpty() ? "" : ", did you mean " + fault.correction();
      LOG.warn("{}{}", FaultReport.headline(fault), hint);
    }
    if (reading.broken()) {
      LOG.error("{}; the old sources stay", FaultReport.tally(reading.faults()));
    }
  }
}
