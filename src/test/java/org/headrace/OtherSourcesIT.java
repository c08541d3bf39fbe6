package org.headrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with sources that are no feeds: a site, a packed sitemap, a page. */
class OtherSourcesIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String SITEMAP =
      """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>
      <loc>%s/sitemap/mill</loc><lastmod>2026-03-01</lastmod></url></urlset>
      """;
  private static final String FRONT =
      """
      <html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>
      <body><h1>The Paper</h1></body></html>
      """;
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>The Paper</title><item><guid>eels</guid>
      <title>The eels are back</title><link>%s/feed/eels</link></item></channel></rss>
      """;
  private static final String LIST =
      """
      <div class="teaser"><h3>Lantern found</h3><a class="more" href="/page/lantern">more</a></div>
      """;

  @TempDir Path folder;
  private final Map<String, byte[]> answers = new HashMap<>();
  private HttpServer server;
  private String site;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    site = "http://127.0.0.1:" + server.getAddress().getPort();
    put("/", FRONT);
    put("/feed.xml", FEED.formatted(site));
    answers.put("/sitemap.xml.gz", packed(SITEMAP.formatted(site)));
    put("/list", LIST);
    put("/feed/eels", article("The eels are back", "Nobody had seen one above the lock"));
    put("/sitemap/mill", article("The mill turns again", "After nine years the wheel was lowered"));
    put(
        "/page/lantern",
        article("Lantern found", "It hung in the cellar of the old customs house"));
    Files.writeString(
        folder.resolve("headrace.yaml"),
        "store: data\nweb: {listen: \"127.0.0.1:%d\"}\nfetch: {gap: 10ms}\n"
            .formatted(HeadraceProcess.freePort()));
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void a_site_a_sitemap_and_a_page_become_one_feed() throws Exception {
    Files.writeString(
        folder.resolve("sources.yaml"),
        """
        - {url: "%1$s/", private-network: allow}
        - {url: "%1$s/sitemap.xml.gz", private-network: allow}
        - url: %1$s/list
          private-network: allow
          page: {entry: .teaser, link: a.more}
        """
            .formatted(site));

    try (HeadraceProcess process =
        HeadraceProcess.start(folder, "once", "--out", folder.resolve("out").toString())) {
      assertEquals(0, process.exitCode(PATIENCE), process.said());
      assertTrue(process.said().contains("its feed is " + site + "/feed.xml"), process.said());
    }

    PublishedFeed feed = PublishedFeed.file(folder.resolve("out").resolve("feed.json"));
    assertEquals(
        Set.of("The eels are back", "The mill turns again", "Lantern found"),
        Set.copyOf(feed.titles()));
  }

  @Test
  void the_feed_of_a_site_is_shown_to_whoever_asks() throws Exception {
    try (HeadraceProcess process =
        HeadraceProcess.start(folder, "discover", site, "--private-network")) {
      assertEquals(0, process.exitCode(PATIENCE), process.said());
      assertEquals(
          "%s/feed.xml\n    rss2.0, 1 entries, the whole site, \"The Paper\"\n".formatted(site),
          process.said());
    }
    try (HeadraceProcess process = HeadraceProcess.start(folder, "discover", site)) {
      assertEquals(1, process.exitCode(PATIENCE), process.said());
      assertTrue(process.said().startsWith("No feed was found"), process.said());
    }
  }

  private void put(String path, String body) {
    answers.put(path, body.getBytes(StandardCharsets.UTF_8));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = answers.getOrDefault(exchange.getRequestURI().getPath(), new byte[0]);
      exchange.sendResponseHeaders(
          body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String article(String title, String sentence) {
    String paragraph = "<p>%s, and the whole town came to look at it on Sunday, in hats.</p>";
    return "<html><head><title>%s</title></head><body><article><h1>%s</h1>%s</article></body></html>"
        .formatted(title, title, paragraph.formatted(sentence).repeat(6));
  }

  private static byte[] packed(String plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
