package org.headrace.extract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads dates as pages write them: ISO 8601 with all liberties, seconds since 1970, and dates for
 * people in many languages. A date without a zone is taken as UTC, one without a time as midnight.
 *
 * @param monthFirst true where 3/4 is the fourth of March
 */
record DateReader(boolean monthFirst) {
  private static final int FIRST_YEAR = 1994;
  private static final int LAST_YEAR = 2099;
  private static final int LONGEST = 200;
  private static final int LEAST_DIGITS = 4;

  /** The first date in the text. */
  Optional<OffsetDateTime> read(String text) {
    String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    if (!holdsDigits(bounded)) {
      return Optional.empty();
    }
    List<Token> tokens = tokens(bounded);
    if (tokens.size() == 1
        && tokens.get(0).digits
        && (bounded.strip().length() == 10 || bounded.strip().length() == 13)) {
      return epoch(tokens.get(0).text);
    }
    for (int i = 0; i < tokens.size(); i++) {
      Optional<OffsetDateTime> date = dateAt(tokens, i, bounded);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  /** The shortest dates have four: 1.2.24. */
  private static boolean holdsDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
    }
    return digits >= LEAST_DIGITS;
  }

  /** A run of digits or of letters, and where it ends. */
  private record Token(String text, boolean digits, int start, int end) {
    int number() {
      return digits && text.length() <= 8 ? Integer.parseInt(text) : -1;
    }

    boolean isYear() {
      return digits && text.length() == 4 && number() >= FIRST_YEAR && number() <= LAST_YEAR;
    }

    boolean isDay() {
      return digits && text.length() <= 2 && number() >= 1 && number() <= 31;
    }

    boolean isMonth() {
      return digits && text.length() <= 2 && number() >= 1 && number() <= 12;
    }

    int named() {
      return digits ? 0 : MonthNames.number(text);
    }
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int start = i;
      if (c >= '0' && c <= '9') {
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
          i++;
        }
        tokens.add(new Token(text.substring(start, i), true, start, i));
      } else if (Character.isLetter(c)) {
        while (i < text.length()
            && (Character.isLetter(text.charAt(i))
                || Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK
                || Character.getType(text.charAt(i)) == Character.COMBINING_SPACING_MARK)) {
          i++;
        }
        tokens.add(new Token(text.substring(start, i), false, start, i));
      } else {
        i++;
      }
    }
    return tokens;
  }

  private static Optional<OffsetDateTime> epoch(String digits) {
    if (digits.length() != 10 && digits.length() != 13) {
      return Optional.empty();
    }
    long seconds = Long.parseLong(digits) / (digits.length() == 13 ? 1000 : 1);
    OffsetDateTime date = Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
    return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR
        ? Optional.of(date)
        : Optional.empty();
  }

  private Optional<OffsetDateTime> dateAt(List<Token> all, int i, String text) {
    Token a = all.get(i);
    if ((a.digits && a.text.length() == 8) || (a.digits && a.text.length() == 14)) {
      return compact(a.text);
    }
    List<Token> near = new ArrayList<>(3);
    for (int k = i; k < all.size() && near.size() < 3; k++) {
      if (!isFiller(all.get(k))) {
        near.add(all.get(k));
      }
    }
    if (near.size() < 3 || isFiller(a) || !areNear(near, text)) {
      return Optional.empty();
    }
    Token b = near.get(1);
    Token c = near.get(2);
    Optional<LocalDate> date = Optional.empty();
    if (a.isYear() && b.isMonth() && c.isDay()) {
      date = date(a.number(), b.number(), c.number());
    } else if (a.isYear() && b.named() > 0 && c.isDay()) {
      date = date(a.number(), b.named(), c.number());
    } else if (a.isDay() && b.named() > 0 && c.isYear()) {
      date = date(c.number(), b.named(), a.number());
    } else if (a.named() > 0 && b.isDay() && c.isYear()) {
      date = date(c.number(), a.named(), b.number());
    } else if (a.isDay() && b.isDay() && c.isYear()) {
      date = numeric(a.number(), b.number(), c.number(), text.charAt(a.end) == '/');
    } else if (a.isDay()
        && b.isMonth()
        && text.charAt(a.end) == '.'
        && text.charAt(b.end) == '.'
        && c.digits
        && c.text.length() == 2) {
      date = date(2000 + c.number(), b.number(), a.number());
    }
    return date.map(day -> withTime(day, text, c.end));
  }

  private static boolean isFiller(Token token) {
    return switch (token.text.toLowerCase(Locale.ROOT)) {
      case "de", "del", "of", "the", "st", "nd", "rd", "th", "er", "年", "月", "日", "d", "an" -> true;
      default -> false;
    };
  }

  private static boolean areNear(List<Token> near, String text) {
    return near.get(1).start - near.get(0).end <= 6
        && near.get(2).start - near.get(1).end <= 6
        && near.get(2).end < text.length() + 1;
  }

  private Optional<LocalDate> numeric(int first, int second, int year, boolean slashed) {
    boolean american = second > 12 || (slashed && monthFirst && first <= 12);
    return american ? date(year, first, second) : date(year, second, first);
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static Optional<OffsetDateTime> compact(String digits) {
    int year = Integer.parseInt(digits.substring(0, 4));
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Optional.empty();
    }
    return date(
            year,
            Integer.parseInt(digits.substring(4, 6)),
            Integer.parseInt(digits.substring(6, 8)))
        .map(day -> day.atStartOfDay().atOffset(ZoneOffset.UTC));
  }

  /** Reads "T10:15:30.5+02:00", " 10:15 PM -0500", ", 10.15 Uhr" after a date. */
  private static OffsetDateTime withTime(LocalDate day, String text, int from) {
    ClockTime clock = ClockTime.read(text, from);
    LocalDateTime local = LocalDateTime.of(day, clock.time());
    return local.atOffset(clock.offset());
  }

  /** A time of day and its zone. */
  private record ClockTime(LocalTime time, ZoneOffset offset) {
    private static final ClockTime MIDNIGHT = new ClockTime(LocalTime.MIDNIGHT, ZoneOffset.UTC);

    static ClockTime read(String text, int from) {
      List<Token> tokens = tokens(text.substring(from));
      String rest = text.substring(from);
      for (int i = 0; i + 1 < tokens.size() && tokens.get(i).start < 25; i++) {
        Token hour = tokens.get(i);
        Token minute = tokens.get(i + 1);
        if (hour.digits
            && hour.text.length() <= 2
            && hour.number() < 24
            && minute.digits
            && minute.text.length() == 2
            && minute.number() < 60
            && minute.start == hour.end + 1
            && rest.charAt(hour.end) != '/') {
          return withZone(tokens, i, rest);
        }
      }
      return MIDNIGHT;
    }

    private static ClockTime withZone(List<Token> tokens, int i, String rest) {
      int hour = tokens.get(i).number();
      int next = i + 2;
      int second = 0;
      if (next < tokens.size()
          && tokens.get(next).digits
          && tokens.get(next).start == tokens.get(next - 1).end + 1
          && rest.charAt(tokens.get(next - 1).end) == ':'
          && tokens.get(next).number() < 60) {
        second = tokens.get(next).number();
        next++;
        if (next < tokens.size()
            && tokens.get(next).digits
            && rest.charAt(tokens.get(next - 1).end) == '.') {
          next++; // fraction
        }
      }
      if (next < tokens.size() && !tokens.get(next).digits) {
        String half = tokens.get(next).text.toLowerCase(Locale.ROOT);
        if (half.equals("pm") || half.equals("p")) {
          hour = hour < 12 ? hour + 12 : hour;
        } else if (half.equals("am") && hour == 12) {
          hour = 0;
        }
      }
      LocalTime time = LocalTime.of(hour, tokens.get(i + 1).number(), second);
      return new ClockTime(time, offset(rest, tokens.get(next - 1).end));
    }

    private static ZoneOffset offset(String rest, int from) {
      int i = from;
      while (i < rest.length() && (rest.charAt(i) == ' ' || Character.isLetter(rest.charAt(i)))) {
        i++;
      }
      if (i >= rest.length() || (rest.charAt(i) != '+' && rest.charAt(i) != '-')) {
        return ZoneOffset.UTC;
      }
      List<Token> tokens = tokens(rest.substring(i + 1));
      if (tokens.isEmpty() || !tokens.get(0).digits || tokens.get(0).start != 0) {
        return ZoneOffset.UTC;
      }
      String digits = tokens.get(0).text;
      int hours = Integer.parseInt(digits.substring(0, Math.min(2, digits.length())));
      int minutes =
          digits.length() == 4
              ? Integer.parseInt(digits.substring(2))
              : tokens.size() > 1 && tokens.get(1).digits && tokens.get(1).text.length() == 2
                  ? tokens.get(1).number()
                  : 0;
      if (hours > 17 || minutes > 59) {
        return ZoneOffset.UTC;
      }
      int sign = rest.charAt(i) == '-' ? -1 : 1;
      return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
  }
}
