package org.headrace.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.headrace.model.Entry;
import org.headrace.model.Page;
import org.junit.jupiter.api.Test;

class SitemapTest {
  private static final URI PLACE = URI.create("https://paper.example/sitemap.xml");
  private static final String NEWS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
          xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        <url><loc>https://paper.example/bridge?a=1&amp;b=2</loc>
          <n:news>
            <n:publication><n:name>The Paper</n:name><n:language>en</n:language></n:publication>
            <n:publication_date>2026-03-01T08:00:00+01:00</n:publication_date>
            <n:title>Bridge &amp; tunnel &lt;closed&gt;</n:title>
            <n:keywords>Traffic, Harbour</n:keywords>
          </n:news>
          <image:image><image:loc>https://paper.example/bridge.jpg</image:loc></image:image>
        </url>
        <url><loc>https://paper.example/eels</loc>
          <n:news><n:publication_date>2026-03-02</n:publication_date><n:title>Eels</n:title></n:news>
        </url>
      </urlset>
      """;

  @Test
  void a_sitemap_of_news_gives_titles_dates_and_pictures() throws Exception {
    Sitemap.Pages pages = assertInstanceOf(Sitemap.Pages.class, read(NEWS));
    Entry bridge = pages.feed().entries().get(1);

    assertEquals("The Paper", pages.feed().head().title());
    assertEquals("https://paper.example/bridge?a=1&b=2", bridge.link().orElseThrow().toString());
    assertEquals("Bridge &amp; tunnel &lt;closed&gt;", bridge.title());
    assertEquals(Instant.parse("2026-03-01T07:00:00Z"), bridge.published().orElseThrow());
    assertEquals("en", bridge.language());
    assertEquals("Harbour", bridge.categories().get(1).term());
    assertEquals("https://paper.example/bridge.jpg", bridge.image().orElseThrow().toString());
  }

  @Test
  void the_newest_come_first_and_the_front_page_is_no_entry() throws Exception {
    assertEquals(
        List.of("/new", "/old", "/undated"),
        paths(
            read(
                """
                <urlset><url><loc>https://paper.example/</loc><lastmod>2026-03-09</lastmod></url>
                <url><loc>https://paper.example/undated</loc></url>
                <url><loc>/old</loc><lastmod>2025-01-01</lastmod></url>
                <url><loc>https://paper.example/new</loc><lastmod>2026-03-02T10:00:00Z</lastmod></url>
                </urlset>
                """)));
  }

  @Test
  void a_date_that_most_pages_share_is_not_theirs() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      rows.append("<url><loc>/%d</loc><lastmod>2026-03-02T10:00:00Z</lastmod></url>".formatted(i));
    }
    Sitemap.Pages pages = (Sitemap.Pages) read("<urlset>" + rows + "</urlset>");

    assertTrue(pages.feed().entries().stream().allMatch(entry -> entry.updated().isEmpty()));
  }

  @Test
  void a_list_of_sitemaps_gives_its_parts_the_newest_first() throws Exception {
    Sitemap.Index index =
        assertInstanceOf(
            Sitemap.Index.class,
            read(
                """
                <s:sitemapindex xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9">
                <s:sitemap><s:loc>/a.xml</s:loc></s:sitemap>
                <s:sitemap><s:loc>/b.xml</s:loc><s:lastmod>2026-01-01</s:lastmod></s:sitemap>
                <s:sitemap><s:loc>/c.xml.gz</s:loc><s:lastmod>2026-02-01</s:lastmod></s:sitemap>
                </s:sitemapindex>
                """));

    assertEquals(
        List.of("/c.xml.gz", "/b.xml", "/a.xml"),
        index.parts().stream().map(part -> part.address().getPath()).toList());
  }

  @Test
  void a_packed_sitemap_is_unpacked() throws Exception {
    Page page = Page.of(PLACE, "application/gzip", packed(NEWS.getBytes(StandardCharsets.UTF_8)));

    assertEquals(List.of("/eels", "/bridge"), paths(SitemapParser.parse(page).orElseThrow()));
  }

  @Test
  void a_packed_bomb_is_refused() throws Exception {
    Page page = Page.of(PLACE, "application/gzip", packed(new byte[20_000_000]));

    assertThrows(UnreadableFeedException.class, () -> SitemapParser.parse(page));
  }

  @Test
  void a_text_with_an_address_a_line_is_a_sitemap_and_any_other_is_none() throws Exception {
    assertEquals(
        List.of("/1", "/2"),
        paths(read("https://paper.example/1\r\n\r\nhttps://paper.example/2\n")));
    assertEquals(Optional.empty(), parsed("https://paper.example/1\nand more"));
    assertEquals(Optional.empty(), parsed("<html><body>urlset</body></html>"));
    assertEquals(Optional.empty(), parsed(""));
  }

  @Test
  void a_broken_sitemap_is_read_as_far_as_it_goes() throws Exception {
    assertEquals(
        List.of("/1", "/2", "/3"),
        paths(read("<urlset><url><loc>/1<url><loc>/2</loc></url><url><loc>/3</loc><lastmod>so")));
  }

  @Test
  void all_of_a_large_sitemap_is_looked_at() throws Exception {
    StringBuilder rows = new StringBuilder("<urlset>");
    for (int i = 0; i < 45_000; i++) {
      rows.append("<url><loc>/x?a=1&amp;b=2&amp;c=").append(i).append("</loc></url>");
    }
    rows.append("<url><loc>/last</loc><lastmod>2026-03-02</lastmod></url></urlset>");
    Sitemap.Pages pages = (Sitemap.Pages) read(rows.toString());

    assertEquals("/last", paths(pages).getFirst());
    assertEquals(200, pages.feed().entries().size());
    assertEquals(
        "a=1&b=2&c=44999",
        pages.feed().entries().getLast().link().orElseThrow().getQuery(),
        "without dates both ends count");
  }

  private static Sitemap read(String document) throws UnreadableFeedException {
    return parsed(document).orElseThrow();
  }

  private static Optional<Sitemap> parsed(String document) throws UnreadableFeedException {
    return SitemapParser.parse(
        Page.of(PLACE, "text/xml", document.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> paths(Sitemap sitemap) {
    return ((Sitemap.Pages) sitemap)
        .feed().entries().stream().map(entry -> entry.link().orElseThrow().getPath()).toList();
  }

  private static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }
}
