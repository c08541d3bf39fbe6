package org.headrace.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headrace.publish.ArchivePart;
import org.headrace.publish.Publication;
import org.headrace.store.Store;

/**
 * The archive of a feed: one part for each day that is over, UTC, with the stories that began on
 * it. A story never changes its part.
 */
final class FeedArchive {
  private static final int MOST = 5_000;

  private final Store store;
  private final Instant today;

  FeedArchive(Store store, Instant now) {
    this.store = store;
    this.today = start(LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  /** Name of the newest part; empty if there is none. */
  Optional<String> newest(Collection<String> topics) {
    return store.stories().lastBefore(today, topics).map(FeedArchive::name);
  }

  /**
   * A part.
   *
   * @param publication the feed that it belongs to
   * @return empty if there is no such part
   */
  Optional<ArchivePart> part(String name, Publication publication, Selection selection) {
    Optional<Instant> from = day(name).filter(start -> start.isBefore(today));
    return from.flatMap(start -> part(name, start, publication, selection));
  }

  private Optional<ArchivePart> part(
      String name, Instant from, Publication publication, Selection selection) {
    Set<String> topics = Set.copyOf(selection.topics());
    Instant until = from.plus(Duration.ofDays(1));
    boolean any =
        store.stories().firstFrom(from, topics).filter(first -> first.isBefore(until)).isPresent();
    if (!any) {
      return Optional.empty();
    }
    StoryChoice choice = new StoryChoice(store);
    choice.turn(publication.sources());
    return Optional.of(
        new ArchivePart(
            publication.with(
                choice.of(selection, store.stories().begun(from, until, MOST, topics), today)),
            name,
            store.stories().lastBefore(from, topics).map(FeedArchive::name),
            store
                .stories()
                .firstFrom(until, topics)
                .filter(next -> next.isBefore(today))
                .map(FeedArchive::name)));
  }

  private static String name(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
  }

  private static Optional<Instant> day(String name) {
    try {
      return List.of(name).stream()
          .filter(text -> text.length() == "2026-01-01".length())
          .map(LocalDate::parse)
          .map(FeedArchive::start)
          .findFirst();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
