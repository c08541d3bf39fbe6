package org.headrace.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.message.BasicHeaderElementIterator;

/**
 * What an answer says about time. Dates are taken relative to its own {@code Date}, so a clock that
 * is wrong on either side does no harm.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9111#section-4.2.1">RFC 9111, 4.2.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, 10.2.3</a>
 */
final class HttpTimes {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration LONGEST_WAIT = Duration.ofDays(7);

  /** For servers that ask for more than {@link #LONGEST_WAIT}: nobody means that. */
  private static final Duration MISTAKEN_WAIT = Duration.ofDays(1);

  private final Reply.Answer answer;
  private final Instant now;

  HttpTimes(Reply.Answer answer, Instant now) {
    this.answer = answer;
    this.now = now;
  }

  /** How long the answer stays fresh; at most a year, empty if it does not say or not at all. */
  Optional<Duration> keepFor() {
    Optional<String> maxAge = directive("max-age");
    if (directive("no-store").isPresent() || directive("no-cache").isPresent()) {
      return Optional.empty();
    }
    Optional<Duration> lifetime =
        maxAge.isPresent()
            ? maxAge.flatMap(HttpTimes::seconds)
            : date("Expires").map(this::fromDate);
    Duration age = seconds(answer.header("Age")).orElse(Duration.ZERO);
    return lifetime
        .map(whole -> whole.minus(age))
        .filter(Duration::isPositive)
        .map(HttpTimes::atMostAYear);
  }

  /** How long to stay away; empty if it does not say, or names a time gone by. */
  Optional<Duration> retryAfter() {
    String value = answer.header("Retry-After");
    return seconds(value)
        .or(() -> date("Retry-After").map(this::fromDate))
        .filter(Duration::isPositive)
        .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? MISTAKEN_WAIT : wait);
  }

  private Duration fromDate(Instant then) {
    return Duration.between(date("Date").orElse(now), then);
  }

  private Optional<Instant> date(String header) {
    return Optional.ofNullable(DateUtils.parseStandardDate(answer.header(header)));
  }

  /** Empty if it is no number; what overflows is a very long time. */
  private static Optional<Duration> seconds(String text) {
    String digits = text.strip();
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofSeconds(digits.length() > 10 ? 9_999_999_999L : Long.parseLong(digits)));
  }

  private Optional<String> directive(String name) {
    Iterator<HeaderElement> directives =
        new BasicHeaderElementIterator(answer.headers().headerIterator("Cache-Control"));
    while (directives.hasNext()) {
      HeaderElement directive = directives.next();
      if (directive.getName().equalsIgnoreCase(name)) {
        return Optional.of(directive.getValue() == null ? "" : directive.getValue());
      }
    }
    return Optional.empty();
  }

  private static Duration atMostAYear(Duration lifetime) {
    return lifetime.compareTo(YEAR) > 0 ? YEAR : lifetime;
  }
}
