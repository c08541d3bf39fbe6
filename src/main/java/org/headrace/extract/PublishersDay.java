package org.headrace.extract;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says a moment in the publisher's time of day. Metadata give many moments in UTC, where the day
 * may be another than the one the page shows; the page then tells how far its clocks are from UTC.
 * The moment itself stays.
 */
final class PublishersDay {
  /** Hours from UTC to the farthest clock, and to the farthest of many readers. */
  private static final int FARTHEST = 14;

  private static final int FAR = 10;

  private PublishersDay() {}

  /**
   * @param published as stated
   * @param shown dates that the page shows its readers, asked for only if needed
   */
  static Optional<OffsetDateTime> of(
      Optional<OffsetDateTime> published, Supplier<List<OffsetDateTime>> shown) {
    return published.map(moment -> isOpen(moment) ? at(moment, shown.get()) : moment);
  }

  /** True if it is in UTC and has a time of day, so that the publisher's day may be another. */
  private static boolean isOpen(OffsetDateTime moment) {
    return moment.getOffset().equals(ZoneOffset.UTC)
        && !moment.toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  private static OffsetDateTime at(OffsetDateTime moment, List<OffsetDateTime> shown) {
    for (OffsetDateTime other : shown) {
      if (!other.getOffset().equals(ZoneOffset.UTC)
          && Duration.between(moment, other).abs().toMinutes() < 1) {
        return moment.withOffsetSameInstant(other.getOffset());
      }
    }
    Optional<ZoneOffset> offset =
        shown.stream()
            .filter(PublishersDay::isOpen)
            .findFirst()
            .flatMap(other -> byClock(moment, other));
    if (offset.isPresent()) {
      return moment.withOffsetSameInstant(offset.get());
    }
    return shown.stream()
        .findFirst()
        .map(first -> onDay(moment, first.toLocalDate()))
        .orElse(moment);
  }

  /** A clock time without a zone that is whole hours from the moment's is the same moment. */
  private static Optional<ZoneOffset> byClock(OffsetDateTime moment, OffsetDateTime other) {
    long minutes =
        Duration.between(moment.withSecond(0).withNano(0), other.withSecond(0).withNano(0))
            .toMinutes();
    return minutes != 0 && minutes % 60 == 0 && Math.abs(minutes) <= FARTHEST * 60
        ? Optional.of(ZoneOffset.ofHours((int) (minutes / 60)))
        : Optional.empty();
  }

  /** The least offset that puts the moment on the day before or after, if that is the day shown. */
  private static OffsetDateTime onDay(OffsetDateTime moment, LocalDate day) {
    if (moment.toLocalDate().plusDays(1).equals(day) && moment.getHour() >= 24 - FAR) {
      return moment.withOffsetSameInstant(ZoneOffset.ofHours(24 - moment.getHour()));
    }
    if (moment.toLocalDate().minusDays(1).equals(day) && moment.getHour() < FAR) {
      return moment.withOffsetSameInstant(ZoneOffset.ofHours(-1 - moment.getHour()));
    }
    return moment;
  }
}
