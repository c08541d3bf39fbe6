package org.headrace.parse;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Numbers that are a date, in an order to be found out.
 *
 * @param separators every sign between them
 * @param weekday what the document says, to decide between two readings
 */
record DayOrder(List<DateToken> numbers, String separators, Optional<DayOfWeek> weekday) {
  private static final int TWO_DIGIT_PIVOT = 70;

  /** A year of four digits, or of two: 70 to 99 are of the last century. */
  static int year(DateToken number) {
    return switch (number.text().length()) {
      case 4 -> number.value();
      case 2 -> number.value() + (number.value() < TWO_DIGIT_PIVOT ? 2000 : 1900);
      default -> throw new DateTimeException("no year: " + number.text());
    };
  }

  Optional<LocalDate> date() {
    if (numbers.isEmpty() || numbers.size() > 3) {
      return Optional.empty();
    }
    return numbers.getFirst().text().length() == 4 ? yearFirst() : yearLast();
  }

  private Optional<LocalDate> yearFirst() {
    int year = numbers.getFirst().value();
    return switch (numbers.size()) {
      case 1 -> Optional.of(LocalDate.of(year, 1, 1));
      case 2 ->
          numbers.get(1).text().length() == 3
              ? Optional.of(LocalDate.ofYearDay(year, numbers.get(1).value()))
              : Optional.of(LocalDate.of(year, numbers.get(1).value(), 1));
      default -> Optional.of(LocalDate.of(year, numbers.get(1).value(), numbers.get(2).value()));
    };
  }

  /** Day and month are told apart by size, by the weekday, or by the sign between them. */
  private Optional<LocalDate> yearLast() {
    if (numbers.size() < 3 || isShort() && separators.indexOf('-') >= 0) {
      return Optional.empty();
    }
    int year = year(numbers.get(2));
    int first = numbers.get(0).value();
    int second = numbers.get(1).value();
    List<LocalDate> possible =
        Stream.concat(possible(year, second, first), possible(year, first, second))
            .distinct()
            .toList();
    if (possible.size() < 2) {
      return possible.stream().findFirst();
    }
    return byWeekday(possible)
        .or(() -> Optional.of(possible.get(separators.indexOf('/') >= 0 ? 1 : 0)));
  }

  private boolean isShort() {
    return numbers.get(2).text().length() < 4;
  }

  private Optional<LocalDate> byWeekday(List<LocalDate> possible) {
    List<LocalDate> matching =
        possible.stream()
            .filter(day -> weekday.filter(day.getDayOfWeek()::equals).isPresent())
            .toList();
    return matching.size() == 1 ? Optional.of(matching.getFirst()) : Optional.empty();
  }

  private static Stream<LocalDate> possible(int year, int month, int day) {
    try {
      return Stream.of(LocalDate.of(year, month, day));
    } catch (DateTimeException impossible) {
      return Stream.empty();
    }
  }
}
