package org.headrace.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.headrace.model.FetchOutcome;
import org.headrace.model.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsTest extends FetchTests {
  private static final String HTML = "HTTP/1.1 200 OK\nContent-Type: text/html";
  private static final String TEXT = "HTTP/1.1 200 OK\nContent-Type: text/plain";

  @Test
  void pages_are_read_only_where_robots_may() {
    server.on("/robots.txt", TEXT, "User-agent: *\nDisallow: /cellar\nAllow: /cellar/door\n");
    server.on("/cellar/a", HTML, "a").on("/cellar/door", HTML, "b").on("/c", HTML, "c");
    assertTrue(blocked(page("/cellar/a")).reason().contains("robots.txt"));
    assertEquals("b", text(page("/cellar/door")));
    assertEquals("c", text(page("/c")));
    assertEquals(List.of("/robots.txt", "/cellar/door", "/c"), server.paths());
  }

  @Test
  void a_group_of_our_own_outranks_the_one_for_all() {
    server.on(
        "/robots.txt", TEXT, "User-agent: *\nDisallow: /\n\nUser-agent: Headrace\nDisallow: /b\n");
    server.on("/a", HTML, "a").on("/b", HTML, "b");
    assertEquals("a", text(page("/a")));
    blocked(page("/b"));
  }

  @Test
  void a_feed_is_asked_for_whatever_robots_say() {
    server.on("/robots.txt", TEXT, "User-agent: *\nDisallow: /\n").on("/feed", OK, FEED);
    assertEquals(FEED, text(feed("/feed")));
    assertEquals(List.of("/feed"), server.paths());
  }

  @Test
  void a_page_behind_a_redirect_is_judged_too() {
    server.on("/robots.txt", TEXT, "User-agent: *\nDisallow: /b\n");
    server.redirect("/a", 302, "/b").on("/b", HTML, "b");
    blocked(page("/a"));
    assertEquals(List.of("/robots.txt", "/a"), server.paths());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void without_robots_everything_is_allowed(int status) {
    server.on("/robots.txt", "HTTP/1.1 " + status + " No", "").on("/a", HTML, "a");
    assertEquals("a", text(page("/a")));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void while_robots_cannot_be_had_pages_wait(int status) {
    server.on("/robots.txt", "HTTP/1.1 " + status + " No", "").on("/a", HTML, "a");
    assertEquals(status, postponed(page("/a")).status());
    assertInstanceOf(FetchOutcome.Postponed.class, page("/a"));
    assertEquals(List.of("/robots.txt"), server.paths());
  }

  @Test
  void robots_that_redirect_without_end_are_none() {
    server.redirect("/robots.txt", 302, "/robots.txt").on("/a", HTML, "a");
    assertEquals("a", text(page("/a")));
  }

  @Test
  void of_endless_robots_the_start_counts() {
    server.on(
        "/robots.txt",
        (asked, line) ->
            line.say("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /a\n")
                .forEver("# and so on\n".repeat(1000), 0));
    server.on("/a", HTML, "a").on("/b", HTML, "b");
    blocked(page("/a"));
    assertEquals("b", text(page("/b")));
  }

  @Test
  void robots_are_asked_for_once_a_day() {
    server.on("/robots.txt", TEXT, "").on("/a", HTML, "a");
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    InstantSource clock = now::get;
    try (WebFetcher patient = new WebFetcher(settings(), clock)) {
      FetchRequest request = new FetchRequest(server.at("/a"), Validators.NONE, Wanted.PAGE, true);
      patient.fetch(request);
      now.set(NOW.plus(Duration.ofHours(23)));
      patient.fetch(request);
      assertEquals(List.of("/robots.txt", "/a", "/a"), server.paths());
      now.set(NOW.plus(Duration.ofHours(25)));
      patient.fetch(request);
      assertEquals(List.of("/robots.txt", "/a", "/a", "/robots.txt", "/a"), server.paths());
    }
  }

  @Test
  void many_waiting_pages_ask_for_robots_once() throws InterruptedException {
    server.on("/robots.txt", TEXT, "").on("/a", HTML, "a");
    List<Thread> readers =
        IntStream.range(0, 20).mapToObj(i -> Thread.startVirtualThread(() -> page("/a"))).toList();
    for (Thread reader : readers) {
      reader.join();
    }
    assertEquals(1, server.paths().stream().filter("/robots.txt"::equals).count());
    assertEquals(20, server.paths().stream().filter("/a"::equals).count());
  }

  @Test
  void a_refusal_for_one_is_not_kept_for_another() {
    server.on("/robots.txt", TEXT, "").on("/a", HTML, "a");
    FetchRequest closed = new FetchRequest(server.at("/a"), Validators.NONE, Wanted.PAGE, false);
    blocked(fetcher.fetch(closed));
    assertEquals("a", text(page("/a")));
  }
}
