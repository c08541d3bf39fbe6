package org.headrace.behave;

import static org.headrace.behave.Wanted.BLOCKED;
import static org.headrace.behave.Wanted.ERROR;
import static org.headrace.behave.Wanted.GONE;
import static org.headrace.behave.Wanted.LATER;
import static org.headrace.behave.Wanted.OK;
import static org.headrace.behave.Wanted.OK_OR_ERROR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.headrace.model.PollOutcome;

/** What a status means, and what a server remembers of us. */
final class Statuses {
  private static final String XML = "200 OK\nContent-Type: application/rss+xml";

  private Statuses() {}

  static List<Behaviour> all() {
    return List.of(
        status(401, ERROR, "Unauthorized\nWWW-Authenticate: Basic realm=\"mill\""),
        status(402, ERROR, "Payment Required"),
        status(403, ERROR, "Forbidden"),
        status(404, ERROR, "Not Found"),
        status(406, ERROR, "Not Acceptable"),
        status(407, ERROR, "Proxy\nProxy-Authenticate: Basic realm=\"x\""),
        status(410, GONE, "Gone"),
        status(418, ERROR, "Teapot"),
        status(451, ERROR, "Withheld"),
        status(500, ERROR, "Fault"),
        status(502, ERROR, "Bad Gateway"),
        status(520, ERROR, "Hm"),
        status(999, ERROR, "Denied"),
        status(300, ERROR, "Choices"),
        status(203, OK_OR_ERROR, "Changed"),
        status(206, ERROR, "Part\nContent-Range: bytes 0-99/9999"),
        Behaviour.of(
            "status-204", ERROR, "says no content", (asked, line) -> line.head("204 None")),
        Behaviour.of(
            "status-205", ERROR, "says reset", (asked, line) -> line.answer("205 Reset", "")),
        Behaviour.of(
            "status-226",
            ERROR,
            "sends the new entries alone though nothing is known",
            (asked, line) -> line.answer("226 IM Used\nIM: feed", asked.bytes())),
        Behaviour.of(
            "status-304",
            ERROR,
            "says unchanged though nothing is known",
            (asked, line) -> line.head("304 Not Modified\nETag: \"a\"")),
        Behaviour.of(
            "status-304-body",
            ERROR,
            "says unchanged and sends a body",
            (asked, line) -> line.answer("304 Not Modified", asked.bytes())),
        Behaviour.of(
            "status-101",
            ERROR,
            "switches to another protocol",
            (asked, line) -> line.head("101 Switching\nUpgrade: h2c\nConnection: Upgrade")),
        Behaviour.of("empty", ERROR, "sends nothing, well", (asked, line) -> line.xml("")),
        // asked to wait
        later("429-seconds", 429, "3600", 3600),
        later("429-date", 429, Sample.date(Instant.now().plusSeconds(7200)), 7000),
        later("429-overflow", 429, "99999999999999999999", 3600),
        later("429-decade", 429, "315360000", 3600),
        later("429-date-far", 429, "Fri, 31 Dec 9999 23:59:59 GMT", 3600),
        later("429-none", 429, "", 0),
        later("429-zero", 429, "0", 0),
        later("429-negative", 429, "-3600", 0),
        later("429-past", 429, "Sat, 01 Jan 2000 00:00:00 GMT", 0),
        later("429-words", 429, "a while", 0),
        later("429-fraction", 429, "1.5", 0),
        later("503-retry", 503, "1800", 1800),
        later("503-date", 503, Sample.date(Instant.now().plusSeconds(7200)), 7000),
        later("503-none", 503, "", 0),
        // asked again
        again(
            "flapping",
            OK,
            "answers with a fault every second time",
            (asked, line) -> {
              if (asked.round() % 2 == 0) {
                line.xml(asked.bytes());
              } else {
                line.answer("500 Fault", "");
              }
            }),
        again(
            "flapping-first",
            OK,
            "answers with a fault the first time",
            (asked, line) -> {
              if (asked.round() == 0) {
                line.answer("500 Fault", "");
              } else {
                line.xml(asked.bytes());
              }
            }),
        validators("etag", "ETag: \"mill-1\"", "If-None-Match", "\"mill-1\""),
        validators("etag-weak", "ETag: W/\"mill-1\"", "If-None-Match", "W/\"mill-1\""),
        validators("etag-suffix", "ETag: W/\"m-gzip;x\"", "If-None-Match", "W/\"m-gzip;x\""),
        validators("etag-bare", "ETag: mill 1", "If-None-Match", "mill 1"),
        validators("etag-commas", "ETag: \"a\", \"b\"", "If-None-Match", "\"a\", \"b\""),
        validators(
            "lastmod",
            "Last-Modified: Mon, 23 Nov 2026 10:00:00 GMT",
            "If-Modified-Since",
            "Mon, 23 Nov 2026 10:00:00 GMT"),
        validators(
            "lastmod-odd",
            "Last-Modified: Mon,  23 Nov 26 11:00:00 +0100",
            "If-Modified-Since",
            "Mon,  23 Nov 26 11:00:00 +0100"),
        validators("lastmod-words", "Last-Modified: today", "If-Modified-Since", "today"),
        again(
                "validators-none",
                OK,
                "gives nothing to ask with",
                (asked, line) -> line.xml(asked.bytes()))
            .then(
                "a date was made up",
                seen ->
                    seen.polls().stream()
                        .allMatch(
                            asked ->
                                asked.header("If-Modified-Since").isEmpty()
                                    && asked.header("If-None-Match").isEmpty())),
        again(
            "etag-huge",
            OK,
            "has an ETag of 60 kB",
            (asked, line) ->
                line.answer(XML + "\nETag: \"" + "e".repeat(60_000) + "\"", asked.bytes())),
        again(
            "etag-lies",
            OK,
            "says unchanged whenever it is asked, though it has changed",
            (asked, line) -> {
              if (asked.header("If-None-Match").isEmpty()) {
                line.answer(XML + "\nETag: \"always\"", asked.bytes());
              } else {
                line.head("304 Not Modified\nETag: \"always\"");
              }
            }),
        again(
            "delta",
            OK,
            "sends the new entries alone when it may",
            (asked, line) -> {
              Sample feed = asked.feed();
              if (asked.header("A-IM").contains("feed")) {
                line.answer(
                    "226 IM Used\nIM: feed\nETag: \"2\"",
                    feed.rss(List.of(feed.item(Sample.ENTRIES))));
              } else {
                List<Sample.Item> old = feed.items().subList(0, Sample.ENTRIES - 1);
                line.answer(XML + "\nETag: \"1\"", feed.rss(old));
              }
            }),
        Behaviour.of(
            "max-age-for-ever",
            OK,
            "says it will never change",
            (asked, line) ->
                line.answer(
                    XML + "\nCache-Control: max-age=99999999999999999999, immutable",
                    asked.bytes())),
        Behaviour.of(
            "expires-odd",
            OK,
            "expires at a time that does not exist",
            (asked, line) -> line.answer(XML + "\nExpires: -1\nDate: never", asked.bytes())),
        // not let in
        refusal("challenge-header", 403, "cf-mitigated: challenge", "<p>One moment</p>"),
        refusal("challenge-503", 503, "cf-mitigated: challenge\nRetry-After: 5", "<p>Wait</p>"),
        refusal(
            "challenge-body",
            403,
            "Server: cloudflare",
            "<title>Just a moment...</title><script src=\"/cdn-cgi/challenge-platform/h/b/o.js\">"
                + "</script>"),
        refusal(
            "challenge-200",
            200,
            "Server: mill",
            "<!doctype html><html><head><title>Checking your browser</title></head><body>"
                + "<h1>Verify you are human</h1><p>Enable JavaScript and cookies to continue"
                + "</p></body></html>"),
        refusal(
            "challenge-captcha",
            403,
            "X-DataDome: protected",
            "<script src=\"https://geo.captcha-delivery.com/captcha/\"></script>"),
        named(
            "consent-200",
            "sends a page that asks for consent",
            "consent",
            (asked, line) ->
                line.html(
                    "<!doctype html><html><head><title>Before you continue</title></head><body>"
                        + "<div id=\"cookie-consent\"><h1>We value your privacy</h1><p>We and our"
                        + " partners use cookies. Do you accept all cookies?</p><button>Accept"
                        + " all</button><button>Reject all</button></div></body></html>")),
        named(
            "html-login",
            "sends a page for logging in",
            "HTML page",
            (asked, line) ->
                line.html("<html><body><form><input type=password></form></body></html>")));
  }

  private static Behaviour status(int status, Wanted wanted, String words) {
    return Behaviour.of(
        status == 203 ? "status-203-html" : "status-" + status,
        status == 203 ? ERROR : wanted,
        "answers with status " + status,
        (asked, line) -> line.answer(status + " " + words, "<p>no feed here</p>"));
  }

  private static Behaviour later(String name, int status, String retryAfter, long atLeast) {
    String header = retryAfter.isEmpty() ? "" : "\nRetry-After: " + retryAfter;
    return Behaviour.of(
            name,
            LATER,
            "answers " + status + " and asks to wait: " + retryAfter,
            (asked, line) -> line.answer(status + " Later" + header, ""))
        .then(seen -> waits(seen, Duration.ofSeconds(atLeast)));
  }

  private static Optional<String> waits(Seen seen, Duration atLeast) {
    Duration most = Duration.ofDays(7);
    return seen.first().orElseThrow() instanceof PollOutcome.Postponed later
            && later.retryAfter().orElse(Duration.ZERO).compareTo(atLeast) >= 0
            && later.retryAfter().orElse(Duration.ZERO).compareTo(most) <= 0
            && (atLeast.isZero() || seen.polls().size() == 1)
        ? Optional.empty()
        : Optional.of("it was not waited: " + seen.outcomes());
  }

  private static Behaviour again(String name, Wanted wanted, String what, Behaviour.Script script) {
    return Behaviour.of(name, wanted, what, script).polledAgain();
  }

  private static Behaviour validators(String name, String header, String back, String value) {
    return again(
            name,
            OK,
            "gives " + header,
            (asked, line) -> {
              if (asked.header(back).equals(value)) {
                line.head("304 Not Modified\n" + header);
              } else {
                line.answer(XML + "\n" + header, asked.bytes());
              }
            })
        .then(
            "it was not asked with what it gave",
            seen ->
                seen.outcomes().stream().anyMatch(PollOutcome.Unchanged.class::isInstance)
                    && seen.polls().stream()
                        .skip(1)
                        .allMatch(one -> one.header(back).equals(value)));
  }

  private static Behaviour refusal(String name, int status, String headers, String body) {
    return Behaviour.of(
            name,
            BLOCKED,
            "puts a bot check in front of its feed",
            (asked, line) ->
                line.answer(status + " Check\nContent-Type: text/html\n" + headers, body))
        .then(
            "the bot check is not named",
            seen ->
                seen.first().orElseThrow() instanceof PollOutcome.Blocked
                    && seen.reason().contains("bot check"));
  }

  private static Behaviour named(String name, String what, String word, Behaviour.Script script) {
    return Behaviour.of(name, ERROR, what, script)
        .then("it is not named: " + word, seen -> seen.reason().contains(word));
  }
}
