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
          "at", "of", "the", "de", "del", "den", "le", "um", "uhr", "kl", "t", "om", "on", "a", "г",
          "à", "ore", "alle", "klo", "du", "y", "el", "в", "di", "dne", "dnia");
  private static final Set<String> ORDINALS =
      Set.of("st", "nd", "rd", "th", "er", "e", "o", "ª", "º");
  private static final Set<String> UNITS =
      Set.of("년", "월", "일", "年", "月", "日", "시", "분", "초", "時", "分", "秒", "时", "点");
  private static final int MOST_WORDS_BEFORE = 3;

  private final List<DateToken> tokens;
  private final List<DateToken> numbers = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final StringBuilder separators = new StringBuilder();
  private Optional<ClockTime> time = Optional.empty();
  private Optional<ZoneId> zone = Optional.empty();
  private Optional<Boolean> afternoon = Optional.empty();
  private boolean korean;
  private boolean zulu;

  /** How many words stand before the first number: a weekday's name may have several. */
  private int wordsBefore;

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
    if (time.isPresent() && isZero(at)) {
      return at + (at + 1 < tokens.size() ? 3 : 1);
    }
    Optional<ClockTime> found = timeAt(at);
    if (found.isPresent()) {
      if (time.isPresent()) {
        return -1;
      }
      time = found.map(clock -> afternoon.map(clock::inHalf).orElse(clock));
      return found.get().end();
    }
    if (numbers.isEmpty()) {
      wordsBefore = Math.min(words.size(), MOST_WORDS_BEFORE);
    }
    numbers.add(tokens.get(at));
    return at + 1;
  }

  /** A zone of no hours whose sign got lost: {@code 0000} or {@code 00:00} at the end. */
  private boolean isZero(int at) {
    boolean four = at == tokens.size() - 1 && tokens.get(at).is("0000");
    return four
        || at == tokens.size() - 3
            && tokens.get(at).is("00")
            && tokens.get(at + 1).is(":")
            && tokens.get(at + 2).is("00");
  }

  private Optional<ClockTime> timeAt(int at) {
    if (ClockTime.startsAt(tokens, at)) {
      return Optional.of(ClockTime.read(tokens, at));
    }
    boolean dayIsKnown = numbers.size() + months() >= 3;
    if (dayIsKnown && time.isEmpty() && ClockTime.startsDottedAt(tokens, at)) {
      return Optional.of(ClockTime.readDotted(tokens, at));
    }
    boolean hour =
        dayIsKnown
            && time.isEmpty()
            && tokens.get(at - 1).is("t")
            && !tokens.get(at).spaced()
            && tokens.get(at).text().length() == 2;
    return hour ? Optional.of(ClockTime.fullHour(tokens, at)) : Optional.empty();
  }

  private int months() {
    return (int) words.stream().filter(word -> MonthNames.month(word) > 0).count();
  }

  private int word(int at) {
    String word = tokens.get(at).text();
    if (UNITS.contains(word) && !numbers.isEmpty()) {
      korean |= word.equals("년");
      return at + 1;
    }
    int half = ClockTime.halfOfDay(tokens, at);
    if (half >= 0) {
      boolean second = ClockTime.isAfternoon(word);
      korean |= word.equals("오전") || word.equals("오후");
      afternoon = Optional.of(second);
      time = time.map(found -> found.inHalf(second));
      return half;
    }
    if (time.isPresent() || at == tokens.size() - 1) {
      int zoneEnd = zoneAt(at);
      if (zoneEnd > at) {
        return zoneEnd;
      }
    }
    boolean skip =
        FILLERS.contains(word)
            || ORDINALS.contains(word) && at > 0 && tokens.get(at - 1).isNumber();
    if (!skip) {
      words.add(word);
    }
    return at + 1;
  }

  /** Takes in a zone of one to four words, and an offset after it; returns {@code at} if none. */
  private int zoneAt(int at) {
    StringBuilder name = new StringBuilder();
    int end = at;
    for (int i = at; i < Math.min(at + 4, tokens.size()) && tokens.get(i).isWord(); i++) {
      name.append(i > at ? " " : "").append(tokens.get(i).text());
      Optional<ZoneId> named = ZoneName.zone(name.toString());
      if (named.isPresent()) {
        zone = zone.or(() -> named);
        end = i + 1;
      }
    }
    if (end == at) {
      return at;
    }
    zulu = tokens.get(at).is("z");
    return zulu ? end : offset(end, true);
  }

  private int sign(int at) {
    DateToken token = tokens.get(at);
    if (token.is("(") && time.isPresent() && zone.isPresent() && tokens.getLast().is(")")) {
      return tokens.size();
    }
    if ((time.isPresent() || isZoneOfDay(at)) && (token.is("+") || token.is("-"))) {
      if (zulu) {
        return -1;
      }
      int next = offset(at, false);
      if (next > at) {
        return next;
      }
    }
    if (",.-/()\\+'|،、׳".indexOf(token.text()) < 0) {
      return -1;
    }
    separators.append(token.text());
    return at + 1;
  }

  /** True if {@code +hh:mm} ends a whole day of XML Schema, as in {@code 2026-03-03+01:00}. */
  private boolean isZoneOfDay(int at) {
    return numbers.size() == 3
        && numbers.getFirst().text().length() == 4
        && at == tokens.size() - 4
        && tokens.get(at + 1).text().length() == 2
        && tokens.get(at + 2).is(":")
        && !tokens.get(at).spaced();
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
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean month = MonthNames.month(word) > 0;
      if (month) {
        months.add(word);
      } else if (MonthNames.weekday(word).isPresent()) {
        weekday = MonthNames.weekday(word);
      } else if (!MonthNames.isWeekday(word) && i >= wordsBefore) {
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
