package org.headrace.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headrace.fetch.ScriptedServer.Asked;
import org.headrace.model.FetchOutcome;
import org.headrace.model.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebFetcherTest extends FetchTests {
  @Test
  void a_feed_comes_with_its_place_type_and_validators() {
    server.on(
        "/feed",
        OK
            + "\nETag: W/\"a-1\"\nLast-Modified: yesterday\nContent-Language: de"
            + "\nContent-Location: /feed.xml\nCache-Control: public, max-age=\"600\"\nAge: 60",
        FEED);
    FetchOutcome.Found found = found(feed("/feed"));
    assertEquals(FEED, text(found));
    assertEquals(server.at("/feed"), found.page().location());
    assertEquals(server.at("/feed.xml"), found.page().contentLocation());
    assertEquals("application/rss+xml", found.page().contentType());
    assertEquals("de", found.page().contentLanguage());
    assertEquals(new Validators("W/\"a-1\"", "yesterday"), found.validators());
    assertEquals(Optional.of(Duration.ofMinutes(9)), found.keepFor());
    assertEquals(Optional.empty(), found.permanent());
  }

  @Test
  void a_request_says_who_asks_and_what_for_and_nothing_else() {
    server.on("/feed", OK + "\nSet-Cookie: seen=1", FEED);
    feed("/feed");
    feed("/feed");
    for (Asked asked : server.asked()) {
      assertEquals("GET /feed HTTP/1.1", asked.start());
      assertEquals("headrace/0 (+mailto:miller@mill.example)", asked.header("User-Agent"));
      assertTrue(asked.header("Accept").startsWith("application/atom+xml, application/rss+xml,"));
      assertEquals("gzip, br, zstd", asked.header("Accept-Encoding"));
      assertEquals("127.0.0.1:" + server.port(), asked.header("Host"));
      assertEquals(5, asked.headers().size(), asked.headers().toString());
    }
  }

  @Test
  void whoever_listens_hears_each_answer_without_its_secrets() {
    server.on("/old", "HTTP/1.1 301 Moved\nLocation: /feed", "");
    server.on("/feed", OK + "\nSet-Cookie: key=abc\nX-Long: " + "x".repeat(5_000), FEED);
    List<Answered> heard = new ArrayList<>();
    try (WebFetcher other = new WebFetcher(settings(), InstantSource.fixed(NOW), heard::add)) {
      other.fetch(new FetchRequest(server.at("/old"), Validators.NONE, Wanted.FEED, true));
    }
    assertEquals(1, heard.size());
    Answered answer = heard.getFirst();
    assertEquals(server.at("/old"), answer.asked());
    assertEquals(server.at("/feed"), answer.from());
    assertEquals(200, answer.status());
    assertTrue(answer.headers().contains(new Answered.Line("Set-Cookie", "(not kept)")));
    assertTrue(answer.headers().stream().allMatch(line -> line.value().length() < 400));
  }

  @Test
  void validators_go_back_byte_for_byte_and_the_new_ones_come_home() {
    server.on("/feed", "HTTP/1.1 304 Not Modified\nETag: \"b\"\nExpires: 0", "");
    Validators odd = new Validators("\"\u00c3\u0084\u0084-gzip; x\"", "Mon,  3 Foo 99 +0000");
    FetchOutcome.NotModified same =
        assertInstanceOf(FetchOutcome.NotModified.class, feed("/feed", odd));
    assertEquals(new Validators("\"b\"", odd.lastModified()), same.validators());
    Asked asked = server.asked().getFirst();
    assertEquals(odd.etag(), asked.header("If-None-Match"));
    assertEquals(odd.lastModified(), asked.header("If-Modified-Since"));
    assertEquals("feed", asked.header("A-IM"));
  }

  @Test
  void new_entries_alone_are_taken_only_if_they_were_asked_for() {
    server.on("/feed", "HTTP/1.1 226 IM Used\nIM: feed", FEED);
    assertEquals(FEED, text(feed("/feed", new Validators("\"a\"", ""))));
    assertEquals(226, failed(feed("/feed")).status());
  }

  @Test
  void unchanged_without_having_been_asked_is_a_fault() {
    server.on("/feed", "HTTP/1.1 304 Not Modified", "");
    assertEquals(304, failed(feed("/feed")).status());
  }

  @Test
  void the_path_arrives_as_it_stands() {
    String odd = "//a/%7B%7Benv:HOME%7D%7D/$%7Bx%7D/RAW(1)/../b;c=d?e=%2F&f=[1]&%20";
    server.on(odd, OK, FEED);
    assertEquals(FEED, text(feed(odd)));
  }

  @Test
  void letters_outside_ascii_are_escaped() {
    server.on("/m%C3%BChle?w=%C3%B6", OK, FEED);
    assertEquals(FEED, text(feed("/mühle?w=ö#x")));
  }

  @ParameterizedTest
  @CsvSource({"301,true", "308,true", "302,false", "303,false", "307,false"})
  void redirects_are_followed_and_told_apart(int status, boolean permanent) {
    server.redirect("/old", status, "new?a=1").on("/new?a=1", OK, FEED);
    FetchOutcome.Found found = found(feed("/old"));
    assertEquals(server.at("/new?a=1"), found.page().location());
    assertEquals(permanent, found.permanent().isPresent());
  }

  @Test
  void a_move_is_for_good_only_if_each_step_is() {
    server.redirect("/a", 301, "/b").redirect("/b", 308, "?c").redirect("/b?c", 301, "/d");
    server.on("/d", OK, FEED);
    assertEquals(Optional.of(server.at("/d")), found(feed("/a")).permanent());
    server.redirect("/b", 302, "?c");
    assertEquals(Optional.empty(), found(feed("/a")).permanent());
  }

  @Test
  void validators_are_sent_on_every_hop() {
    server.redirect("/a", 301, "/b").on("/b", "HTTP/1.1 304 Not Modified", "");
    assertInstanceOf(FetchOutcome.NotModified.class, feed("/a", new Validators("\"x\"", "")));
    assertEquals("\"x\"", server.asked().getLast().header("If-None-Match"));
  }

  @Test
  void five_redirects_are_enough() {
    for (int i = 0; i < 10; i++) {
      server.redirect("/" + i, 302, "/" + (i + 1));
    }
    server.on("/5", OK, FEED);
    assertEquals(FEED, text(feed("/0")));
    server.redirect("/5", 302, "/6");
    assertEquals("it redirects more than 5 times", failed(feed("/0")).reason());
    assertEquals(12, server.asked().size());
  }

  @Test
  void a_circle_of_redirects_is_left_at_once() {
    server.redirect("/a", 302, "/b").redirect("/b", 302, "/a");
    assertEquals("it redirects in a circle", failed(feed("/a")).reason());
    assertEquals(List.of("/a", "/b"), server.paths());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/hostname",
        "javascript:alert(1)",
        "http://",
        "",
        " ",
        "http://mill.example\\@127.0.0.1/",
        "http://mill.example /",
        "/a b",
        "http://0x7f.1/",
        "http://user@127.0.0.1/",
        "http://127.0.0.1:99999/",
        "//[::1"
      })
  void redirects_to_nowhere_good_are_not_followed(String location) {
    server.redirect("/feed", 302, location);
    FetchOutcome outcome = feed("/feed");
    int status =
        switch (outcome) {
          case FetchOutcome.Failed failed -> failed.status();
          case FetchOutcome.Blocked blocked -> blocked.status();
          default -> 0;
        };
    assertEquals(302, status, outcome.toString());
    assertEquals(1, server.asked().size());
  }

  @Test
  void permission_for_one_private_host_is_none_for_another() throws Exception {
    try (ScriptedServer canary = new ScriptedServer("127.0.0.66")) {
      server.redirect("/feed", 301, canary.at("/feed").toString());
      assertTrue(blocked(feed("/feed")).reason().contains("127.0.0.66 is loopback"));
      assertEquals(List.of(), canary.asked());
    }
  }

  @Test
  void private_addresses_are_closed_unless_they_are_allowed() {
    server.on("/feed", OK, FEED);
    FetchRequest request =
        new FetchRequest(server.at("/feed"), Validators.NONE, Wanted.FEED, false);
    assertTrue(blocked(fetcher.fetch(request)).reason().startsWith("not asked: "));
    assertEquals(List.of(), server.asked());
  }

  @Test
  void a_name_that_resolves_inside_is_not_dialled() throws Exception {
    server.on("/feed", OK, FEED);
    Names inside = (host, patience) -> List.of(InetAddress.getByName("127.0.0.1"));
    try (WebFetcher careful =
        new WebFetcher(
            settings(), InstantSource.fixed(NOW), new LocalHostTurns(Duration.ZERO, 1), inside)) {
      URI address = URI.create("http://mill.example:" + server.port() + "/feed");
      FetchRequest closed = new FetchRequest(address, Validators.NONE, Wanted.FEED, false);
      assertTrue(blocked(careful.fetch(closed)).reason().contains("mill.example: 127.0.0.1"));
      assertEquals(List.of(), server.asked());
      FetchRequest open = new FetchRequest(address, Validators.NONE, Wanted.FEED, true);
      assertEquals(FEED, text(careful.fetch(open)));
      assertEquals("mill.example:" + server.port(), server.asked().getFirst().header("Host"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7200,PT2H",
    "'Mon, 23 Nov 2026 13:00:00 GMT',PT3H",
    "604800,PT168H",
    "315360000,PT24H",
    "99999999999999999999,PT24H"
  })
  void the_server_says_when_to_come_back(String retryAfter, Duration wait) {
    server.on("/feed", "HTTP/1.1 429 Slow\nRetry-After: " + retryAfter, "");
    FetchOutcome.Postponed postponed = postponed(feed("/feed"));
    assertEquals(Optional.of(wait), postponed.retryAfter());
    assertEquals(429, postponed.status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "soon", "1e3", "Mon, 23 Nov 2020 13:00:00 GMT", ""})
  void a_wait_that_makes_no_sense_is_none(String retryAfter) {
    server.on("/feed", "HTTP/1.1 503 Busy\nRetry-After: " + retryAfter, "");
    assertEquals(Optional.empty(), postponed(feed("/feed")).retryAfter());
  }

  @Test
  void a_host_that_asked_for_rest_is_not_asked_meanwhile() {
    server.on("/feed", "HTTP/1.1 503 Busy\nRetry-After: 3600", "").on("/other", OK, FEED);
    feed("/feed");
    FetchOutcome.Postponed later = postponed(feed("/other"));
    assertEquals(0, later.status());
    assertTrue(later.retryAfter().orElseThrow().compareTo(Duration.ofMinutes(59)) > 0);
    assertEquals(List.of("/feed"), server.paths());
  }

  @Test
  void dates_count_from_the_servers_own_clock() {
    server.on(
        "/feed",
        OK + "\nDate: Thu, 01 Jan 2015 00:00:00 GMT\nExpires: Thu, 01 Jan 2015 01:00:00 GMT",
        FEED);
    assertEquals(Optional.of(Duration.ofHours(1)), found(feed("/feed")).keepFor());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no-cache, max-age=60", "max-age=0", "max-age=-1", "max-age=x", "private"})
  void nothing_is_kept_that_is_not_promised(String cacheControl) {
    server.on("/feed", OK + "\nCache-Control: " + cacheControl, FEED);
    assertEquals(Optional.empty(), found(feed("/feed")).keepFor());
  }

  @Test
  void gone_is_gone() {
    server.on("/feed", "HTTP/1.1 410 Gone", "");
    assertInstanceOf(FetchOutcome.Gone.class, feed("/feed"));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void not_let_in_is_blocked(int status) {
    server.on("/feed", "HTTP/1.1 " + status + " No\nWWW-Authenticate: Basic realm=\"x\"", "");
    assertEquals(status, blocked(feed("/feed")).status());
    assertEquals(1, server.asked().size());
  }

  @ParameterizedTest
  @CsvSource({
    "403,cf-mitigated: challenge,Cloudflare",
    "503,CF-Mitigated: challenge,Cloudflare",
    "202,x-amzn-waf-action: challenge,AWS WAF",
    "200,x-vercel-mitigated: challenge,Vercel",
    "403,X-DataDome: protected,DataDome",
    "403,Server: ddos-guard,DDoS-Guard"
  })
  void a_bot_check_is_named(int status, String header, String whose) {
    server.on("/feed", "HTTP/1.1 " + status + " Wait\n" + header, "<p>One moment</p>");
    assertTrue(blocked(feed("/feed")).reason().contains(whose));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 206, 299, 300, 400, 404, 418, 451, 500, 502, 599, 999})
  void every_other_status_is_a_failure_that_says_so(int status) {
    server.on("/feed", "HTTP/1.1 " + status + " Hm", status == 204 ? "" : "x");
    FetchOutcome.Failed failed = failed(feed("/feed"));
    assertEquals(status, failed.status());
    assertTrue(failed.reason().endsWith("(HTTP " + status + ")"), failed.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://mill.example/", "file:///etc/hostname", "mailto:a@mill.example"})
  void only_the_web_is_asked(String address) {
    assertEquals(0, blocked(page(URI.create(address))).status());
  }

  @Test
  void a_host_that_does_not_listen_is_named() throws Exception {
    try (Socket taken = new Socket()) { // its port is nobody else's, and nobody listens there
      taken.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
      URI address = URI.create("http://127.0.0.1:" + taken.getLocalPort() + "/feed");
      assertEquals(
          "127.0.0.1 does not accept connections",
          failed(fetcher.fetch(new FetchRequest(address, Validators.NONE, Wanted.FEED, true)))
              .reason());
    }
  }

  @Test
  void an_unknown_name_is_named() {
    Names nobody =
        (host, patience) -> {
          throw new UnknownHostException(host);
        };
    try (WebFetcher lost =
        new WebFetcher(
            settings(), InstantSource.fixed(NOW), new LocalHostTurns(Duration.ZERO, 1), nobody)) {
      FetchRequest request =
          new FetchRequest(
              URI.create("https://mill.example/"), Validators.NONE, Wanted.FEED, false);
      assertEquals("the name mill.example is not known", failed(lost.fetch(request)).reason());
    }
  }

  @Test
  void an_interrupted_caller_gets_a_value_and_stays_interrupted() {
    Thread.currentThread().interrupt();
    assertInstanceOf(FetchOutcome.Failed.class, feed("/feed"));
    assertTrue(Thread.interrupted());
  }

  @Test
  void a_closed_fetcher_asks_nobody() {
    fetcher.close();
    assertInstanceOf(FetchOutcome.Failed.class, feed("/feed"));
    assertEquals(List.of(), server.asked());
  }
}
