package org.headrace.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells whether who asks already has what would be sent (RFC 9110, 13). */
final class Precondition {
  private static final List<DateTimeFormatter> DATES =
      List.of(
          format("EEE, d MMM uuuu HH:mm:ss 'GMT'"),
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern("EEEE, d-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.ENGLISH),
          format("EEE MMM ppd HH:mm:ss uuuu"));

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

  private Precondition() {}

  /** True if 304 is the right answer to a GET or HEAD. */
  static boolean isMet(Request request, String etag, Instant lastModified) {
    String tags = request.header("If-None-Match");
    if (!tags.isEmpty()) {
      return tags.strip().equals("*") || tags(tags).contains(etag);
    }
    return date(request.header("If-Modified-Since"))
        .map(since -> !lastModified.isAfter(since))
        .orElse(false);
  }

  /** The tags of the states that who asks has. */
  static List<String> known(Request request) {
    return tags(request.header("If-None-Match"));
  }

  /** {@code instant} for a header. */
  static String httpDate(Instant instant) {
    return HTTP_DATE.format(instant.atOffset(ZoneOffset.UTC));
  }

  /** Tags of a list, compared weakly: "W/" is dropped. A tag may hold a comma. */
  private static List<String> tags(String header) {
    List<String> tags = new ArrayList<>();
    int at = 0;
    while (at < header.length()) {
      int open = header.indexOf('"', at);
      int close = open < 0 ? -1 : header.indexOf('"', open + 1);
      if (close < 0) {
        break;
      }
      tags.add(header.substring(open, close + 1));
      at = close + 1;
    }
    return tags;
  }

  private static Optional<Instant> date(String header) {
    String text = header.strip();
    return DATES.stream().flatMap(format -> date(text, format).stream()).findFirst();
  }

  private static Optional<Instant> date(String text, DateTimeFormatter format) {
    try {
      return Optional.of(LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // an older form, or no date at all
    }
  }

  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }
}
