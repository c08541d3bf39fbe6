package org.headrace.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXParseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoFeedsTest {
  private static final Instant PRESS_DAY = Instant.parse("2026-03-02T12:00:00.5Z");

  private DemoPress press;

  @BeforeEach
  void start() throws Exception {
    press = DemoPress.start(0, PRESS_DAY);
  }

  @AfterEach
  void stop() {
    press.close();
  }

  @ParameterizedTest
  @CsvSource({
    "saltmarsh, application/rss+xml; charset=UTF-8, rss, 5",
    "northreach, application/atom+xml; charset=utf-8, feed, 5",
    "oakhollow, text/xml; charset=ISO-8859-1, rss, 6",
    "meridian, application/rdf+xml; charset=utf-8, rdf:RDF, 5",
    "lamplighter, application/atom+xml; charset=UTF-8, feed, 4",
    "lodestar, application/rss+xml; charset=utf-8, rss, 3",
    "seetal, application/rss+xml; charset=utf-8, rss, 4",
    "valclair, application/rss+xml; charset=utf-8, rss, 3",
    "zaozerye, text/xml, rss, 4"
  })
  void an_xml_feed_is_well_formed(String outlet, String mediaType, String root, int entries)
      throws Exception {
    HttpResponse<byte[]> feed = feed(outlet);
    var document = Reader.xml(feed.body());
    assertEquals(mediaType, Reader.header(feed, "Content-Type"));
    assertEquals(root, document.getDocumentElement().getNodeName());
    String entry = root.equals("feed") ? "entry" : "item";
    assertEquals(entries, document.getElementsByTagName(entry).getLength());
  }

  @Test
  void the_oldest_form_says_its_version_and_gives_no_dates() throws Exception {
    var feed = Reader.xml(feed("oakhollow").body());
    assertEquals("0.91", feed.getDocumentElement().getAttribute("version"));
    assertEquals(1, feed.getElementsByTagName("pubDate").getLength());
  }

  @Test
  void the_russian_feed_is_written_in_windows_1251() throws Exception {
    byte[] bytes = feed("zaozerye").body();
    String text = new String(bytes, Charset.forName("windows-1251"));
    assertTrue(text.contains("encoding=\"windows-1251\""));
    assertTrue(
        text.contains("<title>Плавучая библиотека обошла все двадцать шесть островов</title>"));
    assertFalse(new String(bytes, StandardCharsets.UTF_8).contains("библиотека"));
  }

  @Test
  void the_careless_feed_has_three_faults() throws Exception {
    byte[] bytes = feed("harbourlane").body();
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertThrows(SAXParseException.class, () -> Reader.xml(bytes));
    assertTrue(text.contains("<title>Salt & fury"));
    assertTrue(text.contains("&hellip;<br></description>"));
    assertFalse(text.contains("</category>"));
  }

  @Test
  void the_json_feed_is_json() throws Exception {
    HttpResponse<byte[]> feed = feed("seconddraft");
    JsonNode root = new JsonMapper().readTree(feed.body());
    assertEquals("application/feed+json", Reader.header(feed, "Content-Type"));
    assertEquals("https://jsonfeed.org/version/1.1", root.get("version").asString());
    assertEquals(4, root.get("items").size());
  }

  @Test
  void gzip_is_sent_to_those_who_take_it_only() throws Exception {
    Outlet saltmarsh = outlet("saltmarsh");
    HttpResponse<byte[]> packed = Reader.get(saltmarsh.feed(), "Accept-Encoding", "br, gzip");
    HttpResponse<byte[]> plain = Reader.get(saltmarsh.feed());
    assertEquals("gzip", Reader.header(packed, "Content-Encoding"));
    assertEquals("", Reader.header(plain, "Content-Encoding"));
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertTrue(Arrays.equals(plain.body(), unpacked.readAllBytes()));
    }
  }

  @Test
  void only_the_blog_carries_its_full_text() throws Exception {
    String last = "a wren behind a door.</p>";
    assertTrue(text("lamplighter").contains(Template.escape(last)));
    assertFalse(text("saltmarsh").contains("It is just to hear it once"));
    assertTrue(text("saltmarsh").contains("Nobody asked Tobin Harrowgate"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"saltmarsh", "lamplighter", "seconddraft", "seetal"})
  void a_feed_that_has_not_changed_says_so(String outlet) throws Exception {
    HttpResponse<byte[]> first = feed(outlet);
    String etag = Reader.header(first, "ETag");
    HttpResponse<byte[]> byDate =
        Reader.get(
            outlet(outlet).feed(), "If-Modified-Since", Reader.header(first, "Last-Modified"));
    HttpResponse<byte[]> byTag = Reader.get(outlet(outlet).feed(), "If-None-Match", etag);
    assertEquals(304, byTag.statusCode());
    assertEquals(304, byDate.statusCode());
    assertEquals(etag, Reader.header(byDate, "ETag"));
    assertEquals(0, byTag.body().length);
  }

  @Test
  void an_edited_article_comes_out_anew_at_the_second_poll() throws Exception {
    Expected.Edited edited = press.expected().edited();
    URI page = outlet("northreach").pages().getFirst();
    HttpResponse<byte[]> first = feed("northreach");
    assertFalse(Reader.page(page).text().contains(edited.sentence()));
    HttpResponse<byte[]> second =
        Reader.get(outlet("northreach").feed(), "If-None-Match", Reader.header(first, "ETag"));
    String later = new String(second.body(), StandardCharsets.UTF_8);
    assertEquals(200, second.statusCode());
    assertTrue(later.contains(edited.laterSummary()));
    assertTrue(later.contains("<updated>2026-03-02T12:00:00Z</updated>"));
    assertTrue(Reader.page(page).text().contains(edited.sentence()));
    assertEquals(304, again("northreach", Reader.header(second, "ETag")).statusCode());
  }

  @Test
  void a_busy_feed_asks_for_patience_once() throws Exception {
    assertEquals(200, feed("meridian").statusCode());
    HttpResponse<byte[]> second = feed("meridian");
    assertEquals(429, second.statusCode());
    assertEquals("3", Reader.header(second, "Retry-After"));
    assertEquals(200, feed("meridian").statusCode());
  }

  @Test
  void a_dying_feed_answers_once() throws Exception {
    assertEquals(200, feed("valclair").statusCode());
    assertEquals(410, feed("valclair").statusCode());
    assertEquals(410, feed("valclair").statusCode());
  }

  @Test
  void asking_for_the_head_is_no_poll() throws Exception {
    assertEquals(200, Reader.head(outlet("valclair").feed()).statusCode());
    assertEquals(200, feed("valclair").statusCode());
  }

  @Test
  void every_request_is_written_down() throws Exception {
    Outlet outlet = outlet("saltmarsh");
    Reader.get(outlet.feed(), "User-Agent", "test/1", "If-None-Match", "\"old\"");
    Reader.get(outlet.home().resolve("/nowhere?x=1"));
    Request feed = press.requests().getFirst();
    assertEquals("saltmarsh GET /feed/ 200", line(feed));
    assertEquals("test/1", feed.userAgent());
    assertEquals("\"old\"", feed.ifNoneMatch());
    assertEquals("saltmarsh GET /nowhere 404", line(press.requests().getLast()));
  }

  @Test
  void the_sources_list_every_outlet_on_a_port_of_its_own() {
    String yaml = press.sourcesYaml(Duration.ofSeconds(7));
    Set<Integer> ports = new HashSet<>();
    for (Outlet outlet : press.outlets()) {
      assertTrue(
          yaml.contains("  - name: " + outlet.name() + "\n    url: " + outlet.feed() + "\n"));
      assertEquals("127.0.0.1", outlet.feed().getHost());
      ports.add(outlet.feed().getPort());
    }
    assertEquals(11, ports.size());
    assertEquals(11, yaml.split("    private-network: allow\n    every: 7s\n", -1).length - 1);
  }

  private static String line(Request request) {
    return String.join(
        " ",
        request.outlet(),
        request.method(),
        request.path(),
        Integer.toString(request.status()));
  }

  private Outlet outlet(String key) {
    return press.outlets().stream()
        .filter(outlet -> outlet.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<byte[]> feed(String outlet) throws Exception {
    return Reader.get(outlet(outlet).feed());
  }

  private HttpResponse<byte[]> again(String outlet, String etag) throws Exception {
    return Reader.get(outlet(outlet).feed(), "If-None-Match", etag);
  }

  private String text(String outlet) throws Exception {
    return new String(feed(outlet).body(), StandardCharsets.UTF_8);
  }
}
