package org.headrace.parse;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One attempt to understand a written date: time and zone are taken out first, what is left must be
 * a day, a month and a year in an order that leaves no doubt.
 */
final class DateReading {
  private static final Set<String> FILLERS =
      Set.of(
          "at", "of", "the", "de", "del", "den", "le", "um", "uhr", "kl", "t", "om", "on", "a",
          "г");
  private static final Set<String> ORDINALS =
      Set.of("st", "nd", "rd", "th", "er", "e", "o", "ª", "º");
  private static final Set<String> YEAR_MONTH_DAY = Set.of("년", "월", "일", "年", "月", "日");

  private final List<DateToken> tokens;
  private final List<DateToken> numbers = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final StringBuilder separators = new StringBuilder();
  private Optional<ClockTime> time = Optional.empty();
  private Optional<ZoneId> zone = Optional.empty();
  private boolean korean;

  DateReading(List<DateToken> tokens) {
    this.tokens = tokens;
  }

  /**
   * The instant meant; empty if there is doubt.
   *
   * @throws DateTimeException if a number is beyond what it counts
   */
  Optional<Instant> instant() {
    int at = 0;
    while (at < tokens.size()) {
      int next = step(at);
      if (next < 0) {
        return Optional.empty();
      }
      at = next;
    }
    return date().map(this::atTime);
  }

  /** Takes in what stands at {@code at}; returns where to go on, or -1 if it makes no sense. */
  private int step(int at) {
    DateToken token = tokens.get(at);
    if (token.isNumber()) {
      return number(at);
    }
    return token.isWord() ? word(at) : sign(at);
  }

  private int number(int at) {
    if (ClockTime.startsAt(tokens, at)) {
      if (time.isPresent()) {
        return -1;
      }
      ClockTime found = ClockTime.read(tokens, at);
      time = Optional.of(found);
      return found.end();
    }
    numbers.add(tokens.get(at));
    return at + 1;
  }

  private int word(int at) {
    String word = tokens.get(at).text();
    if (YEAR_MONTH_DAY.contains(word)) {
      korean |= word.equals("년");
      return at + 1;
    }
    int half = ClockTime.halfOfDay(tokens, at);
    if (half >= 0) {
      time =
          time.map(
              found ->
                  found.inHalf(word.charAt(0) == 'p' || word.equals("오후") || word.equals("下午")));
      return time.isPresent() ? half : -1;
    }
    Optional<ZoneId> named = ZoneName.zone(word);
    if (named.isPresent() && (time.isPresent() || at == tokens.size() - 1)) {
      zone = named;
      return offset(at + 1, true);
    }
    boolean skip =
        FILLERS.contains(word)
            || ORDINALS.contains(word) && at > 0 && tokens.get(at - 1).isNumber();
    if (!skip) {
      words.add(word);
    }
    return at + 1;
  }

  private int sign(int at) {
    DateToken token = tokens.get(at);
    if (time.isPresent() && (token.is("+") || token.is("-"))) {
      int next = offset(at, false);
      if (next > at) {
        return next;
      }
    }
    if (",.-/()\\+'|".indexOf(token.text()) < 0) {
      return -1;
    }
    separators.append(token.text());
    return at + 1;
  }

  /** Reads {@code +hhmm} and its kin; {@code at} comes back where there is none. */
  private int offset(int at, boolean named) {
    if (at + 1 >= tokens.size() || !tokens.get(at + 1).isNumber() || tokens.get(at + 1).spaced()) {
      return at;
    }
    DateToken sign = tokens.get(at);
    boolean signed = sign.is("+") || sign.is("-");
    if (!signed || named && zone.isEmpty()) {
      return at;
    }
    DateToken first = tokens.get(at + 1);
    int direction = sign.is("-") ? -1 : 1;
    boolean colon =
        first.text().length() <= 2
            && at + 3 < tokens.size()
            && tokens.get(at + 2).is(":")
            && tokens.get(at + 3).isNumber();
    if (colon) {
      setOffset(direction, first.value(), tokens.get(at + 3).value());
      return at + 4;
    }
    switch (first.text().length()) {
      case 1, 2 -> setOffset(direction, first.value(), 0);
      case 3, 4 -> setOffset(direction, first.value() / 100, first.value() % 100);
      default -> {
        return -1;
      }
    }
    return at + 2;
  }

  private void setOffset(int direction, int hours, int minutes) {
    zone = Optional.of(ZoneOffset.ofHoursMinutes(direction * hours, direction * minutes));
  }

  private Instant atTime(LocalDate date) {
    LocalDateTime local = time.map(clock -> clock.on(date)).orElseGet(date::atStartOfDay);
    ZoneId assumed = korean ? ZoneName.SEOUL : ZoneOffset.UTC;
    return local.atZone(zone.orElse(assumed)).toInstant();
  }

  private Optional<LocalDate> date() {
    List<String> months = new ArrayList<>();
    Optional<DayOfWeek> weekday = Optional.empty();
    for (String word : words) {
      boolean month = MonthNames.month(word) > 0;
      if (month) {
        months.add(word);
      } else if (MonthNames.weekday(word).isPresent()) {
        weekday = MonthNames.weekday(word);
      } else if (!MonthNames.isWeekday(word) && !word.equals(words.getFirst())) {
        return Optional.empty();
      }
    }
    if (months.size() > 1) {
      months.removeIf(MonthNames::isWeekday);
    }
    return switch (months.size()) {
      case 0 -> new DayOrder(numbers, separators.toString(), weekday).date();
      case 1 -> withMonth(MonthNames.month(months.getFirst()));
      default -> Optional.empty();
    };
  }

  private Optional<LocalDate> withMonth(int month) {
    if (numbers.size() == 1 && numbers.getFirst().text().length() == 4) {
      return Optional.of(LocalDate.of(numbers.getFirst().value(), month, 1));
    }
    if (numbers.size() != 2) {
      return Optional.empty();
    }
    DateToken first = numbers.get(0);
    DateToken second = numbers.get(1);
    return first.text().length() == 4
        ? Optional.of(LocalDate.of(first.value(), month, second.value()))
        : Optional.of(LocalDate.of(DayOrder.year(second), month, first.value()));
  }
}
