package org.headrace.parse;

import static org.headrace.parse.XmlName.core;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.headrace.model.PollHints;

/**
 * When a feed wants to be asked again: RSS {@code ttl}, {@code skipHours}, {@code skipDays}, and
 * the syndication module.
 */
final class HintReader {
  private static final XmlName PERIOD = new XmlName(Vocabulary.SYNDICATION, "updateperiod");
  private static final XmlName FREQUENCY = new XmlName(Vocabulary.SYNDICATION, "updatefrequency");

  private HintReader() {}

  static PollHints read(XmlElement channel) {
    return new PollHints(
        ttl(channel.textOf(core("ttl"))).or(() -> syndication(channel)),
        hours(channel),
        days(channel));
  }

  private static Optional<Duration> ttl(String minutes) {
    return number(minutes).filter(count -> count > 0).map(Duration::ofMinutes);
  }

  private static Optional<Duration> syndication(XmlElement channel) {
    Optional<Duration> period =
        switch (channel.textOf(PERIOD).toLowerCase(Locale.ROOT)) {
          case "hourly" -> Optional.of(Duration.ofHours(1));
          case "daily" -> Optional.of(Duration.ofDays(1));
          case "weekly" -> Optional.of(Duration.ofDays(7));
          case "monthly" -> Optional.of(Duration.ofDays(30));
          case "yearly" -> Optional.of(Duration.ofDays(365));
          default -> Optional.empty();
        };
    long frequency = number(channel.textOf(FREQUENCY)).filter(count -> count > 0).orElse(1L);
    return period.map(whole -> whole.dividedBy(frequency));
  }

  /** RSS 0.91 counts hours from 1 to 24, later versions from 0 to 23. */
  private static Set<Integer> hours(XmlElement channel) {
    Set<Integer> hours = new TreeSet<>();
    for (XmlElement skip : channel.all(core("skiphours"))) {
      for (XmlElement hour : skip.all(core("hour"))) {
        number(hour.text())
            .filter(count -> count >= 0 && count <= 24)
            .ifPresent(count -> hours.add((int) (count % 24)));
      }
    }
    return hours;
  }

  private static Set<DayOfWeek> days(XmlElement channel) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (XmlElement skip : channel.all(core("skipdays"))) {
      for (XmlElement day : skip.all(core("day"))) {
        MonthNames.weekday(DateToken.plain(day.text())).ifPresent(days::add);
      }
    }
    return days;
  }

  private static Optional<Long> number(String written) {
    try {
      long number = Long.parseLong(written.strip());
      return number > 10_000_000 ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
