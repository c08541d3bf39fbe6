package org.headrace.demo;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The validators of one document.
 *
 * @param etag with its quotes
 * @param lastModified to the second
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2">RFC 9110, 13.2.2</a>
 */
record Validation(String etag, Instant lastModified) {

  static Validation of(byte[] document, Instant changed) {
    UUID digest = UUID.nameUUIDFromBytes(document);
    return new Validation("\"" + digest + "\"", changed.truncatedTo(ChronoUnit.SECONDS));
  }

  /** True if the asker has this document already. If it sent a tag, its date says nothing. */
  boolean isKnown(Ask ask) {
    return ask.ifNoneMatch().isEmpty()
        ? notSince(ask.ifModifiedSince())
        : ask.ifNoneMatch().contains(etag);
  }

  private boolean notSince(String date) {
    try {
      return !date.isEmpty()
          && !ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
              .toInstant()
              .isBefore(lastModified);
    } catch (DateTimeException unreadable) {
      return false;
    }
  }

  Answer on(Answer answer) {
    return answer.with("ETag", etag).with("Last-Modified", Times.http(lastModified));
  }
}
