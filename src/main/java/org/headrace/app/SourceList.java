package org.headrace.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.headrace.config.Fault;
import org.headrace.config.FaultReport;
import org.headrace.config.Reading;
import org.headrace.config.SourcesFile;
import org.headrace.model.Move;
import org.headrace.model.Source;
import org.headrace.pipeline.Publisher;
import org.headrace.store.SourceStatus;
import org.headrace.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the store's sources as {@code sources.yaml} has them. A saved file is applied once it has
 * stood unchanged for one look, so that a half-written one is never taken for the whole; a file
 * with a fault changes nothing and is told once.
 */
public final class SourceList {
  private static final Logger LOG = LoggerFactory.getLogger(SourceList.class);
  private static final String NO_FILE = "";

  private final Path file;
  private final Store store;
  private final Publisher publisher;
  private final InstantSource clock;
  private List<Path> included = List.of();
  private String applied = NO_FILE;
  private String seen = NO_FILE;

  SourceList(Path file, Store store, Publisher publisher, InstantSource clock) {
    this.file = file;
    this.store = store;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** Applies the file as it stands, at start, when {@code sources} have just been read from it. */
  void begin(List<Source> sources) {
    try {
      remember(SourcesFile.read(file));
    } catch (IOException e) {
      included = List.of(); // there is no file yet
    }
    seen = stamp();
    applied = seen;
    store.sources().sync(sources, clock.instant());
    store.sources().troubled().forEach(this::tellOfMove);
  }

  private void tellOfMove(SourceStatus status) {
    status
        .state()
        .move()
        .filter(Move::adopted)
        .ifPresent(move -> LOG.warn("{}", MovedSource.words(file, status.source(), move.to())));
  }

  /**
   * What came of reading the file by hand.
   *
   * @param done false if it has a fault, and so nothing was changed
   * @param words for the operator, a line for each fault
   */
  record Applied(boolean done, String words) {}

  /** Applies the file as it stands now. */
  synchronized Applied reload() {
    String now = stamp();
    seen = now;
    if (now.equals(NO_FILE)) {
      return new Applied(false, "there is no " + file + "; the old sources stay");
    }
    try {
      Reading<List<Source>> reading = SourcesFile.read(file);
      remember(reading);
      seen = stamp();
      applied = seen;
      report(reading);
      reading.value().ifPresent(this::apply);
      String faults = reading.report();
      return reading
          .value()
          .map(list -> new Applied(true, faults + list.size() + " sources applied"))
          .orElse(new Applied(false, faults + "the old sources stay"));
    } catch (IOException e) {
      return new Applied(false, file + " cannot be read; the old sources stay");
    }
  }

  /** Looks at the file; applies it if it has been saved since. */
  public synchronized void refresh() {
    String now = stamp();
    boolean settled = now.equals(seen);
    seen = now;
    if (!settled || now.equals(applied) || now.equals(NO_FILE)) {
      return;
    }
    try {
      Reading<List<Source>> reading = SourcesFile.read(file);
      remember(reading);
      report(reading);
      reading.value().ifPresent(this::apply);
      seen = stamp();
      applied = seen; // not before: what the store refused is applied at the next look
    } catch (IOException e) {
      applied = now;
      LOG.error("{} cannot be read ({}); the old sources stay", file, e.getMessage());
    }
  }

  private void apply(List<Source> sources) {
    store.sources().sync(sources, clock.instant());
    publisher.sourcesChanged();
    LOG.info(
        "{} applied: {} source{}",
        file.getFileName(),
        sources.size(),
        sources.size() == 1 ? "" : "s");
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

  /** Of the file and all that it included when it was last read. */
  private String stamp() {
    StringBuilder stamps = new StringBuilder(stamp(file));
    if (stamps.isEmpty()) {
      return NO_FILE;
    }
    included.forEach(one -> stamps.append('\n').append(one).append(stamp(one)));
    return stamps.toString();
  }

  private void remember(Reading<List<Source>> reading) {
    included = reading.included().keySet().stream().sorted().map(Path::of).toList();
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.lastModifiedTime()
          + " "
          + attributes.size()
          + " "
          + Optional.ofNullable(attributes.fileKey()).map(Object::toString).orElse("");
    } catch (NoSuchFileException e) {
      return NO_FILE;
    } catch (IOException e) {
      return NO_FILE;
    }
  }
}
