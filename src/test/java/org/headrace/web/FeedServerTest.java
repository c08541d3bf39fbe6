package org.headrace.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.headrace.publish.Edition;
import org.headrace.publish.Editions;
import org.headrace.publish.OutputWriter;
import org.headrace.publish.Press;
import org.headrace.publish.Publication;
import org.headrace.publish.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FeedServerTest {
  private static final URI PUBLIC = URI.create("https://morning.example/news/");
  private static final Editions EDITIONS = new Editions();
  private static final AtomicReference<Health> HEALTH =
      new AtomicReference<>(new Health(true, List.of()));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static FeedServer server;

  @BeforeAll
  static void start() throws IOException {
    EDITIONS.swap(OutputWriter.editions(Samples.morning(PUBLIC, "", "https://pictures.example/")));
    Route broken =
        Route.get(
            "/broken/*",
            request -> {
              throw new IllegalStateException("on purpose");
            });
    server =
        new FeedServer(
            new WebSettings("127.0.0.1", 0, PUBLIC), EDITIONS, HEALTH::get, List.of(broken));
  }

  @AfterAll
  static void stop() {
    server.close();
    CLIENT.close();
  }

  @Test
  void a_feed_is_served_with_its_exact_type_and_validators() throws Exception {
    HttpResponse<byte[]> answer = get("/feed.atom");
    assertEquals(200, answer.statusCode());
    assertEquals("application/atom+xml; charset=utf-8", header(answer, "Content-Type"));
    assertEquals(edition("/feed.atom").etag(), header(answer, "ETag"));
    assertEquals("Mon, 03 Nov 2025 09:40:00 GMT", header(answer, "Last-Modified"));
    assertEquals("Accept-Encoding, A-IM, Sec-Fetch-Dest", header(answer, "Vary"));
    assertEquals("max-age=300", header(answer, "Cache-Control"));
    assertArrayEquals(edition("/feed.atom").plain(), answer.body());
  }

  @Test
  void the_path_of_the_public_address_is_understood_too() throws Exception {
    assertArrayEquals(edition("/feed.atom").plain(), get("/news/feed.atom").body());
    assertEquals(200, get("/news/").statusCode());
  }

  @Test
  void head_tells_the_length_and_sends_nothing() throws Exception {
    HttpResponse<byte[]> answer =
        send(request("/feed.rss").method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertEquals(200, answer.statusCode());
    assertEquals("" + edition("/feed.rss").plain().length, header(answer, "Content-Length"));
    assertEquals(0, answer.body().length);
  }

  @Test
  void who_has_it_already_is_told_so() throws Exception {
    String etag = edition("/feed.atom").etag();
    for (String known : List.of(etag, "W/" + etag, "\"a,b\", W/\"x\", " + etag, "*")) {
      HttpResponse<byte[]> answer = get("/feed.atom", "If-None-Match", known);
      assertEquals(304, answer.statusCode(), known);
      assertEquals(0, answer.body().length);
      assertEquals(etag, header(answer, "ETag"));
      assertEquals("Accept-Encoding, A-IM, Sec-Fetch-Dest", header(answer, "Vary"));
    }
    for (String other : List.of("\"other\"", "W/\"x\"", "\"", "garbage")) {
      assertEquals(200, get("/feed.atom", "If-None-Match", other).statusCode(), other);
    }
  }

  @Test
  void a_time_is_asked_for_in_any_of_its_three_forms() throws Exception {
    for (String since :
        List.of(
            "Mon, 03 Nov 2025 09:40:00 GMT",
            "Monday, 03-Nov-25 09:40:00 GMT",
            "Mon Nov  3 09:40:00 2025",
            "Tue, 04 Nov 2025 00:00:00 GMT")) {
      assertEquals(304, get("/feed.atom", "If-Modified-Since", since).statusCode(), since);
    }
    for (String since : List.of("Mon, 03 Nov 2025 09:39:59 GMT", "yesterday", "")) {
      assertEquals(200, get("/feed.atom", "If-Modified-Since", since).statusCode(), since);
    }
    assertEquals(
        200,
        get(
                "/feed.atom",
                "If-None-Match",
                "\"other\"",
                "If-Modified-Since",
                "Tue, 04 Nov 2025 00:00:00 GMT")
            .statusCode(),
        "the tag outranks the time");
  }

  @Test
  void the_best_acceptable_encoding_is_sent_under_its_own_tag() throws Exception {
    assertEquals("br", encoding("gzip, deflate, br, zstd"));
    assertEquals("gzip", encoding("gzip"));
    assertEquals("gzip", encoding("x-gzip"));
    assertEquals("gzip", encoding("br;q=0.5, gzip;q=0.8"));
    assertEquals("gzip", encoding("br;q=0, *"));
    assertEquals("", encoding("identity"));
    assertEquals("", encoding("gzip;q=0.2, identity;q=0.9"));
    assertEquals("", encoding("gzip;q=nonsense"));
    assertEquals("br", encoding("*"));
    HttpResponse<byte[]> gzip = get("/feed.atom", "Accept-Encoding", "gzip");
    assertNotEquals(edition("/feed.atom").etag(), header(gzip, "ETag"));
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
      assertArrayEquals(edition("/feed.atom").plain(), plain.readAllBytes());
    }
    HttpResponse<byte[]> again =
        get("/feed.atom", "Accept-Encoding", "gzip", "If-None-Match", header(gzip, "ETag"));
    assertEquals(304, again.statusCode());
  }

  @Test
  void a_browser_gets_the_same_bytes_as_something_it_can_show() throws Exception {
    HttpResponse<byte[]> answer = get("/feed.atom", "Sec-Fetch-Dest", "document");
    assertEquals("application/xml; charset=utf-8", header(answer, "Content-Type"));
    assertArrayEquals(edition("/feed.atom").plain(), answer.body());
    assertEquals(
        "application/json; charset=utf-8",
        header(get("/feed.json", "Sec-Fetch-Dest", "document"), "Content-Type"));
    assertEquals(
        "text/html; charset=utf-8", header(get("/", "Sec-Fetch-Dest", "document"), "Content-Type"));
  }

  @Test
  void every_answer_keeps_scripts_frames_and_search_engines_out() throws Exception {
    for (String path : List.of("/", "/feed.atom", "/nothing", "/health/live", "/broken/x")) {
      HttpResponse<byte[]> answer = get(path);
      String policy = header(answer, "Content-Security-Policy");
      assertTrue(policy.startsWith("default-src 'none'"), path);
      assertTrue(policy.contains("frame-ancestors 'none'"), path);
      assertEquals("noindex", header(answer, "X-Robots-Tag"), path);
      assertEquals("nosniff", header(answer, "X-Content-Type-Options"), path);
      assertEquals("no-referrer", header(answer, "Referrer-Policy"), path);
    }
  }

  @Test
  void pages_styles_icons_and_robots_are_there() throws Exception {
    assertTrue(text(get("/")).contains("Three forgotten sluices"));
    assertTrue(text(get("/story/1000")).contains("The river sets the timetable."));
    assertEquals("text/css; charset=utf-8", header(get("/style.css"), "Content-Type"));
    assertEquals("image/x-icon", header(get("/favicon.ico"), "Content-Type"));
    assertTrue(text(get("/robots.txt")).contains("Disallow: /"));
    assertTrue(text(get("/opml")).contains("<opml version=\"2.0\">"));
  }

  @Test
  void what_is_not_there_or_not_allowed_is_said_on_a_page() throws Exception {
    HttpResponse<byte[]> missing = get("/../../etc/passwd");
    assertEquals(404, missing.statusCode());
    assertTrue(text(missing).contains("<h1>Nothing here</h1>"));
    HttpResponse<byte[]> post =
        send(request("/feed.atom").POST(HttpRequest.BodyPublishers.ofString("x".repeat(100_000))));
    assertEquals(405, post.statusCode());
    assertEquals("GET, HEAD", header(post, "Allow"));
    HttpResponse<byte[]> delete = send(request("/health/live").DELETE());
    assertEquals(405, delete.statusCode());
  }

  @Test
  void a_reader_that_takes_parts_gets_what_it_lacks() throws Exception {
    Editions editions = new Editions();
    Publication all = Samples.morning(PUBLIC, "", "https://pictures.example/");
    Press press = new Press(editions);
    editions.swap(press.print(List.of(all.with(all.stories().subList(1, 30))), List.of()));
    try (FeedServer fresh =
        new FeedServer(new WebSettings("127.0.0.1", 0, PUBLIC), editions, HEALTH::get)) {
      URI feed = URI.create("http://127.0.0.1:" + fresh.port() + "/feed.atom");
      HttpResponse<byte[]> first =
          send(HttpRequest.newBuilder(feed).header("Accept-Encoding", "gzip"));
      editions.swap(press.print(List.of(all), List.of()));
      HttpRequest.Builder again =
          HttpRequest.newBuilder(feed)
              .header("If-None-Match", "\"other\", " + header(first, "ETag"));
      assertEquals(200, send(again).statusCode());
      HttpResponse<byte[]> part = send(again.header("A-IM", "gzip, feed;x=1"));
      assertEquals(226, part.statusCode());
      assertEquals("feed", header(part, "IM"));
      assertEquals("no-store", header(part, "Cache-Control"));
      assertEquals(editions.find("/feed.atom").orElseThrow().etag(), header(part, "ETag"));
      assertEquals(2, text(part).split("<entry").length, "one entry");
      assertTrue(text(part).contains("Three forgotten sluices"));
      HttpResponse<byte[]> last =
          send(
              HttpRequest.newBuilder(feed)
                  .header("If-None-Match", header(part, "ETag"))
                  .header("A-IM", "feed"));
      assertEquals(304, last.statusCode());
    }
  }

  @Test
  void what_is_made_when_asked_for_is_served_like_the_rest() throws Exception {
    Editions editions = new Editions();
    List<Edition> made = OutputWriter.editions(Samples.morning(PUBLIC, "", "https://p.example/"));
    editions.elsewhere(path -> made.stream().filter(e -> e.path().equals(path)).findFirst());
    try (FeedServer fresh =
        new FeedServer(new WebSettings("127.0.0.1", 0, PUBLIC), editions, HEALTH::get)) {
      String site = "http://127.0.0.1:" + fresh.port();
      HttpResponse<byte[]> page = send(HttpRequest.newBuilder(URI.create(site + "/story/1003")));
      assertEquals(200, page.statusCode());
      assertEquals(404, send(HttpRequest.newBuilder(URI.create(site + "/story/9"))).statusCode());
    }
  }

  @Test
  void a_word_is_looked_for_as_it_was_typed() throws Exception {
    try (FeedServer fresh =
        new FeedServer(
            new WebSettings("127.0.0.1", 0, PUBLIC),
            new Editions(),
            HEALTH::get,
            List.of(
                new SearchAnswers(query -> ("<" + query + ">").getBytes(StandardCharsets.UTF_8))
                    .route()))) {
      String site = "http://127.0.0.1:" + fresh.port() + "/search";
      for (String[] one :
          List.of(
              new String[] {"?q=old+weir", "<old weir>"},
              new String[] {"?x=1&q=caf%C3%A9", "<caf\u00e9>"},
              new String[] {"", "<>"})) {
        assertEquals(one[1], text(send(HttpRequest.newBuilder(URI.create(site + one[0])))), one[0]);
      }
    }
  }

  @Test
  void a_page_that_fails_harms_no_other() throws Exception {
    assertEquals(500, get("/broken/x").statusCode());
    assertEquals(200, get("/").statusCode());
  }

  @Test
  void health_tells_whether_and_why_not() throws Exception {
    assertEquals(200, get("/health/live").statusCode());
    assertEquals(200, get("/health/ready").statusCode());
    HEALTH.set(new Health(false, List.of("the store \"main\" is read-only")));
    HttpResponse<byte[]> answer = get("/health/ready");
    HEALTH.set(new Health(true, List.of()));
    assertEquals(503, answer.statusCode());
    assertEquals("no-store", header(answer, "Cache-Control"));
    assertEquals(
        "{\"ready\":false,\"reasons\":[\"the store \\\"main\\\" is read-only\"]}", text(answer));
  }

  @Test
  void a_foreign_host_is_refused_on_the_loopback() throws Exception {
    for (String host :
        List.of(
            "localhost", "LOCALHOST:80", "127.0.0.1", "127.8.9.1", "[::1]:1", "morning.example")) {
      assertTrue(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\n").contains(" 200 "), host);
    }
    for (String host :
        List.of("attacker.example", "127.0.0.1.attacker.example", "localhost.attacker.example")) {
      assertTrue(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\n").contains(" 421 "), host);
    }
    assertTrue(
        raw("GET / HTTP/1.1\r\nHost: localhost\r\nHost: attacker.example\r\n").contains(" 421 "));
  }

  @Test
  void what_was_swapped_in_is_served_next() throws Exception {
    Editions editions = new Editions();
    try (FeedServer fresh =
        new FeedServer(new WebSettings("127.0.0.1", 0, PUBLIC), editions, HEALTH::get)) {
      URI feed = URI.create("http://127.0.0.1:" + fresh.port() + "/feed.atom");
      assertEquals(404, send(HttpRequest.newBuilder(feed)).statusCode());
      editions.swap(EDITIONS.all());
      assertEquals(200, send(HttpRequest.newBuilder(feed)).statusCode());
    }
  }

  private static String encoding(String accepted) throws Exception {
    return header(get("/feed.atom", "Accept-Encoding", accepted), "Content-Encoding");
  }

  private static Edition edition(String path) {
    return EDITIONS.find(path).orElseThrow();
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = request(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    Optional<String> value = answer.headers().firstValue(name);
    return value.orElse("");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** Sends a request as it stands; the client would not send a foreign host. */
  private static String raw(String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port())) {
      socket
          .getOutputStream()
          .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      byte[] start = socket.getInputStream().readNBytes(64);
      return new String(start, StandardCharsets.US_ASCII).lines().findFirst().orElse("");
    }
  }
}
