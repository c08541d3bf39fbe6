package org.headrace.parse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A time of day as written.
 *
 * @param hour 0 to 24; 24 is the end of the day
 * @param second 0 to 60; 60 is a leap second
 * @param nano fraction of the second
 * @param end the token after it
 */
record ClockTime(int hour, int minute, int second, int nano, int end) {
  ClockTime {
    boolean endOfDay = hour == 24 && minute == 0 && second == 0;
    if (hour > 23 && !endOfDay || minute > 59 || second > 60) {
      throw new DateTimeException("no time of day: " + hour + ":" + minute + ":" + second);
    }
  }

  /**
   * True if a number, a colon (or an {@code h}) and a number stand there, or an hour of a half day.
   */
  static boolean startsAt(List<DateToken> tokens, int at) {
    if (at + 1 >= tokens.size() || tokens.get(at).text().length() > 2) {
      return false;
    }
    DateToken next = tokens.get(at + 1);
    boolean joined = next.is(":") || next.is("h") || next.is("시") || next.is("時");
    return joined && at + 2 < tokens.size() && tokens.get(at + 2).isNumber()
        || isHourOfHalf(tokens, at);
  }

  /** {@code 3 pm} is an hour; the number in {@code 25 오후 3:05} is a day. */
  private static boolean isHourOfHalf(List<DateToken> tokens, int at) {
    int end = halfOfDay(tokens, at + 1);
    boolean timeFollows = end >= 0 && end + 1 < tokens.size() && tokens.get(end + 1).is(":");
    return end >= 0 && !timeFollows;
  }

  /** True if the half of the day that {@code word} names is the second. */
  static boolean isAfternoon(String word) {
    return switch (word) {
      case "p", "pm", "오후", "下午", "午後" -> true;
      default -> false;
    };
  }

  /** True if {@code 10.05} stands there, or {@code 10.05.30}: a time where the day is known. */
  static boolean startsDottedAt(List<DateToken> tokens, int at) {
    return at + 2 < tokens.size()
        && tokens.get(at).text().length() <= 2
        && tokens.get(at + 1).is(".")
        && tokens.get(at + 2).isNumber()
        && tokens.get(at + 2).text().length() == 2
        && !tokens.get(at + 2).spaced();
  }

  /** Reads the time of that form that begins at {@code at}. */
  static ClockTime readDotted(List<DateToken> tokens, int at) {
    boolean seconds = startsDottedAt(tokens, at + 2);
    return new ClockTime(
        tokens.get(at).value(),
        tokens.get(at + 2).value(),
        seconds ? tokens.get(at + 4).value() : 0,
        0,
        seconds ? at + 5 : at + 3);
  }

  /** The full hour {@code at}, and nothing after it. */
  static ClockTime fullHour(List<DateToken> tokens, int at) {
    return new ClockTime(tokens.get(at).value(), 0, 0, 0, at + 1);
  }

  /** Reads the time that begins at {@code at}. */
  static ClockTime read(List<DateToken> tokens, int at) {
    int hour = tokens.get(at).value();
    if (halfOfDay(tokens, at + 1) >= 0) {
      return new ClockTime(hour, 0, 0, 0, at + 1);
    }
    int minute = tokens.get(at + 2).value();
    int end = at + 3;
    int second = 0;
    int nano = 0;
    if (isColonAndNumber(tokens, end)) {
      second = tokens.get(end + 1).value();
      end += 2;
      if (isFraction(tokens, end)) {
        nano = nano(tokens.get(end + 1).text());
        end += 2;
      }
    }
    if (isColonAndNumber(tokens, end)) {
      throw new DateTimeException("a time of day of four parts");
    }
    return new ClockTime(hour, minute, second, nano, end);
  }

  /** The token after "am", "p.m." and the like at {@code at}; -1 if there is none. */
  static int halfOfDay(List<DateToken> tokens, int at) {
    if (at >= tokens.size()) {
      return -1;
    }
    return switch (tokens.get(at).text()) {
      case "am", "pm", "오전", "오후", "上午", "下午", "午前", "午後" -> at + 1;
      case "a", "p" ->
          at + 3 < tokens.size() && tokens.get(at + 1).is(".") && tokens.get(at + 2).is("m")
              ? at + (tokens.get(at + 3).is(".") ? 4 : 3)
              : -1;
      default -> -1;
    };
  }

  private static boolean isColonAndNumber(List<DateToken> tokens, int at) {
    return at + 1 < tokens.size()
        && (tokens.get(at).is(":") || tokens.get(at).is("분") || tokens.get(at).is("分"))
        && tokens.get(at + 1).isNumber();
  }

  private static boolean isFraction(List<DateToken> tokens, int at) {
    return at + 1 < tokens.size()
        && (tokens.get(at).is(".") || tokens.get(at).is(","))
        && tokens.get(at + 1).isNumber()
        && !tokens.get(at + 1).spaced();
  }

  private static int nano(String digits) {
    String nine = (digits + "000000000").substring(0, 9);
    return Integer.parseInt(nine);
  }

  /** The same time counted from midnight or from noon. */
  ClockTime inHalf(boolean afternoon) {
    if (hour > 12 || hour == 0 && afternoon) {
      return this;
    }
    int full = hour % 12 + (afternoon ? 12 : 0);
    return new ClockTime(full, minute, second, nano, end);
  }

  LocalDateTime on(LocalDate date) {
    return date.atStartOfDay()
        .plusHours(hour)
        .plusMinutes(minute)
        .plusSeconds(second)
        .plusNanos(nano);
  }
}
