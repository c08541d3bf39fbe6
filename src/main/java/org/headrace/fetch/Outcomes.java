package org.headrace.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.FetchOutcome;
import org.headrace.model.Page;
import org.headrace.model.Validators;

/** What an answer means (RFC 9110). Pure. */
final class Outcomes {
  /** Longer ones would not fit into the header of the next request. */
  private static final int LONGEST_VALIDATOR = 4096;

  private static final Map<Integer, String> WORDS =
      Map.ofEntries(
          Map.entry(204, "the answer has no body"),
          Map.entry(206, "only a part was sent"),
          Map.entry(304, "said to be unchanged, though nothing was known of it"),
          Map.entry(400, "the site does not understand the address"),
          Map.entry(402, "the site wants to be paid"),
          Map.entry(404, "there is nothing at this address"),
          Map.entry(406, "the site has no form of it that we can read"),
          Map.entry(407, "the proxy wants a user name and password"),
          Map.entry(451, "withheld for legal reasons"),
          Map.entry(500, "the site has a fault"),
          Map.entry(502, "the site's own supplier does not answer"),
          Map.entry(504, "the site's own supplier is too slow"));

  private Outcomes() {}

  /** The outcome of {@code request} that ended at an answer at {@code now}. */
  static FetchOutcome of(FetchRequest request, Journey.End.Reached end, Instant now) {
    Reply.Answer answer = end.answer();
    HttpTimes times = new HttpTimes(answer, now);
    Optional<String> checker = BotCheck.by(answer);
    if (checker.isPresent()) {
      return new FetchOutcome.Blocked(
          answer.status(), "stopped by a bot check of " + checker.get() + code(answer));
    }
    return switch (answer.status()) {
      case 200 -> found(end, times);
      case 226 -> isDelta(request, answer) ? found(end, times) : failed(answer);
      case 304 -> request.validators().isEmpty() ? failed(answer) : same(request, end, times);
      case 401 -> blocked(answer, "the site wants a user name and password");
      case 403 -> blocked(answer, "the site does not let us in");
      case 410 -> new FetchOutcome.Gone("gone for good" + code(answer));
      case 429 -> postponed(answer, times, "the site asks us to come less often");
      case 503 -> postponed(answer, times, "the site is too busy");
      default -> failed(answer);
    };
  }

  /** RFC 3229, 10.5.3: the answer names how it was made; we asked for one way only. */
  private static boolean isDelta(FetchRequest request, Reply.Answer answer) {
    String made = answer.header("IM").strip();
    return FetchHeaders.wantsDelta(request) && (made.isEmpty() || made.equalsIgnoreCase("feed"));
  }

  private static FetchOutcome found(Journey.End.Reached end, HttpTimes times) {
    Reply.Answer answer = end.answer();
    if (answer.body().length == 0) {
      return new FetchOutcome.Failed(answer.status(), "the answer is empty");
    }
    Page page =
        new Page(
            end.location(),
            answer.header("Content-Type"),
            LocationHeader.resolve(end.location(), answer.header("Content-Location"))
                .orElse(end.location()),
            answer.header("Content-Language"),
            answer.body());
    Validators validators =
        new Validators(validator(answer, "ETag"), validator(answer, "Last-Modified"));
    return new FetchOutcome.Found(
        page,
        validators,
        permanent(end),
        times.keepFor(),
        answer.status() == 226,
        LinkHeader.read(answer.all("Link"), end.location()));
  }

  private static Optional<URI> permanent(Journey.End.Reached end) {
    return end.permanent() ? Optional.of(end.location()) : Optional.empty();
  }

  private static FetchOutcome same(FetchRequest request, Journey.End.Reached end, HttpTimes times) {
    Reply.Answer answer = end.answer();
    Validators old = request.validators();
    Validators next =
        new Validators(
            or(validator(answer, "ETag"), old.etag()),
            or(validator(answer, "Last-Modified"), old.lastModified()));
    return new FetchOutcome.NotModified(next, permanent(end), times.keepFor());
  }

  private static FetchOutcome postponed(Reply.Answer answer, HttpTimes times, String reason) {
    Optional<Duration> wait = times.retryAfter();
    return new FetchOutcome.Postponed(answer.status(), wait, reason + code(answer));
  }

  private static FetchOutcome blocked(Reply.Answer answer, String reason) {
    return new FetchOutcome.Blocked(answer.status(), reason + code(answer));
  }

  private static FetchOutcome failed(Reply.Answer answer) {
    String words = WORDS.getOrDefault(answer.status(), "the site answers with an error");
    return new FetchOutcome.Failed(answer.status(), words + code(answer));
  }

  private static String code(Reply.Answer answer) {
    return " (HTTP " + answer.status() + ")";
  }

  private static String validator(Reply.Answer answer, String header) {
    String value = answer.header(header);
    return value.length() > LONGEST_VALIDATOR ? "" : value;
  }

  private static String or(String value, String otherwise) {
    return value.isEmpty() ? otherwise : value;
  }
}
