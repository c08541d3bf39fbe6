package org.headrace.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.headrace.model.FetchOutcome;
import org.headrace.model.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadServersTest extends FetchTests {
  private static final String HEAD = "HTTP/1.1 200 OK\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {"gzip", "x-gzip", "GZIP", "br", "zstd", "deflate", "identity", "gzip, br"})
  void packed_bodies_are_unpacked(String coding) throws IOException {
    byte[] body = FEED.repeat(500).getBytes(StandardCharsets.UTF_8);
    server.on("/feed", OK + "\nContent-Encoding: " + coding, packed(coding, body));
    assertArrayEquals(body, found(feed("/feed")).page().body());
  }

  @Test
  void an_unlabelled_a_wrongly_labelled_and_a_doubly_packed_body_are_understood()
      throws IOException {
    byte[] body = FEED.getBytes(StandardCharsets.UTF_8);
    server.on("/unlabelled", OK, gzip(body));
    server.on("/label-only", OK + "\nContent-Encoding: gzip", body);
    server.on("/twice", OK + "\nContent-Encoding: gzip", gzip(gzip(body)));
    server.on("/trailing", OK + "\nContent-Encoding: gzip", joined(gzip(body), new byte[50]));
    server.on("/members", OK + "\nContent-Encoding: gzip", joined(gzip(body), gzip(body)));
    assertEquals(FEED, text(feed("/unlabelled")));
    assertEquals(FEED, text(feed("/label-only")));
    assertEquals(FEED, text(feed("/twice")));
    assertEquals(FEED, text(feed("/trailing")));
    assertEquals(FEED + FEED, text(feed("/members")));
  }

  @Test
  void a_pause_between_two_gzip_members_does_not_end_the_body() throws IOException {
    byte[] part = gzip(FEED.getBytes(StandardCharsets.UTF_8));
    server.on(
        "/feed",
        (asked, line) -> {
          line.say(HEAD + "Content-Encoding: gzip\r\n\r\n").say(part);
          line.pause(50).say(part);
        });
    assertEquals(FEED + FEED, text(feed("/feed")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "zstd", "deflate"})
  void a_packed_body_that_is_cut_is_no_body(String coding) throws IOException {
    byte[] whole = packed(coding, noise(20_000));
    byte[] cut = Arrays.copyOf(whole, whole.length - 30);
    server.on("/feed", OK + "\nContent-Encoding: " + coding, cut);
    assertEquals(200, failed(feed("/feed")).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd", "deflate"})
  void what_is_not_packed_as_it_says_is_no_body(String coding) {
    server.on("/feed", OK + "\nContent-Encoding: " + coding, FEED.repeat(50));
    assertEquals(200, failed(feed("/feed")).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "zstd", "deflate", "gzip, gzip"})
  void a_bomb_is_left_at_the_limit(String coding) throws IOException {
    byte[] bomb = packed(coding, new byte[30_000_000]);
    server.on("/feed", OK + "\nContent-Encoding: " + coding, bomb);
    assertEquals("the body is larger than 200 kB", failed(feed("/feed")).reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"compress", "gzip, gzip, gzip", "lz4"})
  void packings_that_nobody_asked_for_are_named(String coding) {
    server.on("/feed", OK + "\nContent-Encoding: " + coding, FEED);
    assertTrue(failed(feed("/feed")).reason().contains("packed"));
  }

  @Test
  void a_zstd_body_that_wants_much_memory_is_not_unpacked() throws IOException {
    ZstdCompressCtx wide = new ZstdCompressCtx();
    wide.setLong(27);
    byte[] body = wide.compress(new byte[150_000_000]);
    wide.close();
    server.on("/feed", OK + "\nContent-Encoding: zstd", body);
    assertEquals("the packed body is broken", failed(feed("/feed")).reason());
  }

  @Test
  void large_bodies_are_refused_before_or_while_reading() {
    server.on("/said", (asked, line) -> line.say(HEAD + "Content-Length: 200001\r\n\r\nx"));
    server.on(
        "/huge", (asked, line) -> line.say(HEAD + "Content-Length: 9223372036854775808\r\n\r\nx"));
    server.on("/endless", (asked, line) -> line.say(HEAD + "\r\n").forEver("x".repeat(9000), 0));
    assertEquals("the body is larger than 200 kB", failed(feed("/said")).reason());
    failed(feed("/huge"));
    assertEquals("the body is larger than 200 kB", failed(feed("/endless")).reason());
  }

  @Test
  void a_body_of_just_the_limit_is_taken() {
    server.on("/feed", OK, "x".repeat(200_000)).on("/page", OK, "x".repeat(100_001));
    assertEquals(200_000, found(feed("/feed")).page().body().length);
    assertEquals("the body is larger than 100 kB", failed(page("/page")).reason());
  }

  @Test
  void a_body_shorter_than_it_says_is_no_body() {
    server.on("/short", (asked, line) -> line.say(HEAD + "Content-Length: 900\r\n\r\n" + FEED));
    server.on(
        "/reset", (asked, line) -> line.say(HEAD + "Content-Length: 900\r\n\r\n" + FEED).reset());
    server.on("/cut", (asked, line) -> line.say(chunked() + "5\r\nhello\r\n"));
    server.on("/bad", (asked, line) -> line.say(chunked() + "5\r\nhello\r\nzz\r\nhello\r\n"));
    server.on("/swollen", (asked, line) -> line.say(chunked() + "2\r\nhello\r\n0\r\n\r\n"));
    for (String path : new String[] {"/short", "/reset", "/cut", "/bad", "/swollen"}) {
      FetchOutcome.Failed failed = failed(feed(path));
      assertEquals(200, failed.status(), path);
      assertEquals("the body did not arrive whole", failed.reason(), path);
    }
  }

  @Test
  void loose_but_clear_answers_are_understood() {
    server.on("/close", (asked, line) -> line.say("HTTP/1.0 200 OK\r\n\r\n" + FEED));
    server.on(
        "/lf", (asked, line) -> line.say("HTTP/1.1 200 OK\nContent-Type: text/xml\n\n" + FEED));
    server.on(
        "/chunks",
        (asked, line) -> line.say(chunked() + "3;x=y\r\n<a/\r\n1\r\n>\r\n0\r\nT: 1\r\n\r\n"));
    server.on(
        "/hints",
        (asked, line) ->
            line.say("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
                .say(HEAD + "Content-Length: 4\r\n\r\n<a/>"));
    String cookie = "Set-Cookie: a=" + "b".repeat(400) + "\r\n";
    server.on(
        "/cookies",
        (asked, line) -> line.say(HEAD + cookie.repeat(1000) + "Content-Length: 4\r\n\r\n<a/>"));
    assertEquals(FEED, text(feed("/close")));
    assertEquals(FEED, text(feed("/lf")));
    assertEquals("<a/>", text(feed("/chunks")));
    assertEquals("<a/>", text(feed("/hints")));
    assertEquals("<a/>", text(feed("/cookies")));
  }

  @Test
  void what_is_no_http_is_a_failure() {
    server.on("/nothing", (asked, line) -> {});
    server.on("/reset", (asked, line) -> line.reset());
    server.on("/09", (asked, line) -> line.say(FEED));
    server.on("/status", (asked, line) -> line.say("HTTP/1.1 two hundred\r\n\r\n" + FEED));
    server.on("/garbage", (asked, line) -> line.say("\0\u0001\u00ff".repeat(5000)));
    server.on("/half", (asked, line) -> line.say("HTTP/1.1 200 OK\r\nContent-Le"));
    server.on("/negative", (asked, line) -> line.say(HEAD + "Content-Length: -5\r\n\r\n" + FEED));
    server.on("/empty", OK, "");
    for (String path :
        new String[] {
          "/nothing", "/reset", "/09", "/status", "/garbage", "/half", "/negative", "/empty"
        }) {
      assertFalse(failed(feed(path)).reason().isBlank(), path);
    }
  }

  @Test
  void floods_in_front_of_the_body_end_early() {
    server.on("/header", (asked, line) -> line.say(HEAD + "X: ").forEver("x".repeat(9000), 0));
    server.on("/headers", (asked, line) -> line.say(HEAD).forEver("A: b\r\n".repeat(1000), 0));
    server.on(
        "/hints",
        (asked, line) -> line.forEver("HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\n".repeat(100), 0));
    server.on(
        "/extension", (asked, line) -> line.say(chunked() + "5;x=").forEver("y".repeat(9000), 0));
    for (String path : new String[] {"/header", "/headers", "/hints", "/extension"}) {
      String reason = failed(feed(path)).reason();
      assertFalse(reason.startsWith("it took longer"), path + ": " + reason);
    }
  }

  @Test
  void a_recording_is_no_page() {
    server.on(
        "/film",
        (asked, line) -> line.say(HEAD + "Content-Type: video/mp4\r\n\r\n").forEver("x", 1));
    assertEquals("it is no page but video/mp4", failed(page("/film")).reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"never", "head", "body", "gzip", "redirects", "error"})
  void the_time_for_all_of_it_is_limited(String where) throws IOException {
    byte[] start = Arrays.copyOf(gzip(noise(5000)), 100);
    server.on("/never", (asked, line) -> line.forEver("", 5));
    server.on("/head", (asked, line) -> line.say("HTTP/1.1 200 OK\r\nA: ").forEver("x", 5));
    server.on("/body", (asked, line) -> line.say(HEAD + "\r\n").forEver("x", 5));
    server.on(
        "/gzip",
        (asked, line) ->
            line.say(HEAD + "Content-Encoding: gzip\r\n\r\n").say(start).forEver("", 5));
    server.redirect("/redirects", 302, "/body");
    server.on("/error", (asked, line) -> line.say("HTTP/1.1 500 Hm\r\nA: b").forEver("x", 5));
    try (WebFetcher hasty =
        new WebFetcher(settings(Duration.ZERO, Duration.ofMillis(300)), InstantSource.fixed(NOW))) {
      FetchOutcome outcome =
          hasty.fetch(new FetchRequest(server.at("/" + where), Validators.NONE, Wanted.FEED, true));
      assertTrue(failed(outcome).reason().startsWith("it took longer than"), outcome.toString());
    }
  }

  @Test
  void a_look_up_that_hangs_counts_too() {
    Names hanging =
        (host, patience) -> {
          assertTrue(patience.compareTo(Duration.ofMillis(300)) <= 0);
          throw new UnknownHostException("no answer in time");
        };
    try (WebFetcher hasty =
        new WebFetcher(
            settings(Duration.ZERO, Duration.ofMillis(300)),
            InstantSource.fixed(NOW),
            new LocalHostTurns(Duration.ZERO, 1),
            hanging)) {
      failed(
          hasty.fetch(
              new FetchRequest(
                  URI.create("http://mill.example/"), Validators.NONE, Wanted.FEED, false)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/plain", "/stall"})
  void a_server_that_speaks_no_tls_is_a_failure(String path) {
    try (WebFetcher hasty =
        new WebFetcher(settings(Duration.ZERO, Duration.ofMillis(500)), InstantSource.fixed(NOW))) {
      URI address = URI.create("https://127.0.0.1:" + server.port() + path);
      failed(hasty.fetch(new FetchRequest(address, Validators.NONE, Wanted.FEED, true)));
    }
  }

  private static String chunked() {
    return HEAD + "Transfer-Encoding: chunked\r\n\r\n";
  }

  private static byte[] packed(String codings, byte[] body) throws IOException {
    byte[] packed = body;
    for (String coding : codings.toLowerCase().split(", ")) {
      packed =
          switch (coding) {
            case "gzip", "x-gzip" -> gzip(packed);
            case "br" -> brotli(packed);
            case "zstd" -> Zstd.compress(packed);
            case "deflate" -> deflate(packed);
            default -> packed;
          };
    }
    return packed;
  }

  private static byte[] brotli(byte[] body) throws IOException {
    Brotli4jLoader.ensureAvailability();
    return Encoder.compress(body, Encoder.Parameters.create(5));
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(body);
    }
    return packed.toByteArray();
  }

  private static byte[] deflate(byte[] body) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(body);
    }
    return packed.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    return noise;
  }
}
