package org.headrace.extract.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.headrace.extract.site.SiteReading.Part;
import org.headrace.model.ArticleRules;
import org.headrace.model.Extracted;
import org.headrace.model.Page;
import org.headrace.model.PageKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteExtractorTest {
  private static final String FIRST =
      "The old bridge over the Merrow was closed on Monday after engineers found a crack in its"
          + " third arch, and nobody can say yet when it will open again for carts and cars.";
  private static final String SECOND =
      "Ferries will take people across until a new one stands, the town said, and whoever lives on"
          + " the northern bank may use them free of charge on every day of the week.";
  private static final String NOTE =
      "This desk note is meant for the people who work at the paper, and explains at length how the"
          + " story above was put together by three reporters in the course of one long night.";
  private static final String PAGE =
      """
      <html lang=en><head><title>Bridge closed | Paper</title></head><body>
      <div id=top><h1>Bridge closed</h1><span class=who>By Ada Holm</span><i class=day>3 March 2026</i></div>
      <div id=story><p>%s</p><p>%s</p><div class="desk note"><p>%s</p></div></div>
      </body></html>
      """
          .formatted(FIRST, SECOND, NOTE);

  @TempDir Path folder;
  private Path own;
  private Path bundle;

  @BeforeEach
  void folders() throws IOException {
    own = Files.createDirectory(folder.resolve("rules"));
    bundle = Files.createDirectory(folder.resolve("others"));
  }

  private SiteReading read(String host, String html, Optional<ArticleRules> rules)
      throws IOException {
    Page page =
        Page.of(
            URI.create("https://" + host + "/bridge"),
            "text/html; charset=utf-8",
            html.getBytes(StandardCharsets.UTF_8));
    return extractor().read(page, rules);
  }

  private SiteReading read(String html) throws IOException {
    return read("paper.example", html, Optional.empty());
  }

  private SiteExtractor extractor() throws IOException {
    return SiteExtractor.of(new RuleSettings(Optional.of(own), Optional.of(bundle)));
  }

  private static ArticleRules css(String body, String remove, String title) {
    return new ArticleRules(body, remove, title, "", "");
  }

  @Test
  void a_rule_says_what_the_article_is() throws IOException {
    Files.writeString(
        own.resolve("paper.example.txt"),
        """
        title: //div[@id='top']/h1
        author: substring-after(//span[@class='who'], 'By ')
        date: //i[@class='day']
        body: //div[@id='story']
        strip_id_or_class: desk
        """);

    Extracted found = read(PAGE).found();

    assertEquals(FIRST + "\n" + SECOND, found.text());
    assertEquals("Bridge closed", found.title());
    assertEquals(List.of("Ada Holm"), found.authors());
    assertEquals("2026-03-03", found.published().orElseThrow().toLocalDate().toString());
  }

  @Test
  void a_file_for_a_domain_holds_for_all_that_lies_in_it() throws IOException {
    Files.writeString(own.resolve(".paper.example.txt"), "strip_id_or_class: desk");
    Files.writeString(own.resolve("www.other.example.txt"), "strip_id_or_class: desk");

    assertFalse(read("news.paper.example", PAGE, Optional.empty()).found().text().contains("desk"));
    assertFalse(read("www.other.example", PAGE, Optional.empty()).found().text().contains("desk"));
    assertTrue(read("newspaper.example", PAGE, Optional.empty()).found().text().contains("desk"));
  }

  @Test
  void a_host_never_names_a_file_elsewhere() {
    assertEquals(List.of(), SiteRules.names("../../etc/passwd"));
    assertEquals(List.of(), SiteRules.names(""));
    assertEquals(List.of(), SiteRules.names("a..b"));
    assertEquals(
        List.of("paper.example.txt", "www.paper.example.txt", ".paper.example.txt", ".txt"),
        java.util.stream.Stream.concat(
                SiteRules.names("WWW.Paper.example.").stream(), java.util.stream.Stream.of(".txt"))
            .toList());
  }

  @Test
  void a_rule_that_finds_less_than_half_is_overruled_and_told() throws IOException {
    Files.writeString(own.resolve("paper.example.txt"), "body: //div[@id='top']");

    SiteReading reading = read(PAGE);

    assertTrue(reading.found().text().contains(FIRST));
    assertTrue(
        reading.remarks().getFirst().startsWith("paper.example.txt is overruled: it finds "),
        () -> reading.remarks().toString());
  }

  @Test
  void a_rule_that_finds_nothing_is_told_and_the_page_is_read_without_it() throws IOException {
    Files.writeString(own.resolve("paper.example.txt"), "body: //div[@id='gone']");

    SiteReading reading = read(PAGE);

    assertTrue(reading.found().text().contains(SECOND));
    assertEquals(List.of("no body of paper.example.txt is on this page"), reading.remarks());
  }

  @Test
  void a_rule_may_forbid_to_look_further() throws IOException {
    Files.writeString(
        own.resolve("paper.example.txt"), "body: //div[@id='gone']\nautodetect_on_failure: no");

    assertEquals(PageKind.NO_ARTICLE, read(PAGE).found().kind());
  }

  @Test
  void a_saved_file_counts_at_once() throws IOException {
    SiteExtractor extractor = extractor();
    Page page =
        Page.of(
            URI.create("https://paper.example/bridge"),
            "text/html",
            PAGE.getBytes(StandardCharsets.UTF_8));
    assertTrue(extractor.read(page, Optional.empty()).found().text().contains("desk note"));

    Files.writeString(own.resolve("paper.example.txt"), "strip: //div[contains(@class, 'desk')]");

    assertFalse(extractor.read(page, Optional.empty()).found().text().contains("desk note"));
  }

  @Test
  void rules_of_others_only_help_where_nothing_is_found() throws IOException {
    Files.writeString(bundle.resolve("paper.example.txt"), "body: //div[@id='story']/p[1]");
    String words = "<b>One</b> ".repeat(60);
    String list =
        "<html><body><ul id=list><li>" + words.replace(" ", "</li><li>") + "</ul></body></html>";
    Files.writeString(bundle.resolve("list.example.txt"), "body: //ul[@id='list']\nprune: no");

    assertTrue(read(PAGE).found().text().contains(SECOND));
    SiteReading reading = read("list.example", list, Optional.empty());
    assertEquals(PageKind.ARTICLE, reading.found().kind());
    assertTrue(reading.found().text().startsWith("One\nOne"));
  }

  @Test
  void rules_of_others_may_lie_in_a_zip_file() throws IOException {
    Path zip = folder.resolve("rules.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("site-rules-1.0/paper.example.txt"));
      out.write("author: //span[@class='pen']".getBytes(StandardCharsets.UTF_8));
    }
    String signed =
        PAGE.replace("By Ada Holm", "").replace("</h1>", "</h1><span class=pen>Jon Vale</span>");

    SiteExtractor extractor =
        SiteExtractor.of(new RuleSettings(Optional.empty(), Optional.of(zip)));
    Page page =
        Page.of(
            URI.create("https://www.paper.example/x"),
            "text/html",
            signed.getBytes(StandardCharsets.UTF_8));

    assertEquals(List.of("Jon Vale"), extractor.read(page, Optional.empty()).found().authors());
  }

  @Test
  void short_rules_win_over_the_rules_of_the_site() throws IOException {
    Files.writeString(own.resolve("paper.example.txt"), "body: //div[@id='top']\ntitle: //i");

    SiteReading reading =
        read("paper.example", PAGE, Optional.of(css("#story", ".note", "#top > h1")));

    assertEquals(FIRST + "\n" + SECOND, reading.found().text());
    assertEquals("Bridge closed", reading.found().title());
    assertEquals(Set.of(Part.BODY, Part.TITLE), reading.own());
    assertEquals(List.of(), reading.remarks());
  }

  @Test
  void a_short_rule_that_finds_nothing_leaves_the_page_to_the_program() throws IOException {
    SiteReading reading = read("paper.example", PAGE, Optional.of(css(".gone", "", "")));

    assertTrue(reading.found().text().contains(FIRST));
    assertEquals(
        List.of("article.body of the list of sources finds nothing on this page"),
        reading.remarks());
  }

  @Test
  void text_is_put_in_place_of_other_text_before_the_page_is_read() throws IOException {
    Files.writeString(
        own.resolve("paper.example.txt"),
        "find_string: <div class=\"desk note\">\nreplace_string: <div class=\"desk note\" hidden>");

    assertFalse(read(PAGE).found().text().contains("desk note"));
  }

  @Test
  void replacing_cannot_blow_up_a_page() throws IOException {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      rules.append("replace_string(e): ").append("e".repeat(2_000)).append('\n');
    }
    Files.writeString(own.resolve("paper.example.txt"), rules);

    assertTrue(read(PAGE).found().text().length() < 5_000_000);
  }

  @Test
  void a_path_that_would_take_for_ever_is_stopped_and_told() throws IOException {
    Files.writeString(
        own.resolve("paper.example.txt"),
        "body: //*[count(//*[count(//*[count(//*) > 1]) > 1]) > 1]");
    String page = PAGE.replace("</body>", "<p><i>x</i></p>".repeat(2_000) + "</body>");

    SiteReading reading = read(page);

    assertTrue(reading.found().text().contains(FIRST));
    assertEquals(List.of("paper.example.txt takes too long on this page"), reading.remarks());
  }

  @Test
  void links_to_other_pages_are_found_by_rule() throws IOException {
    Files.writeString(
        own.resolve("paper.example.txt"),
        """
        single_page_link: //a[@class='all']
        if_page_contains: //div[@class='pager']
        next_page_link: //a[@class='on']/@href
        single_page_link_in_feed: //b/a
        http_header(Cookie): consent=1
        """);
    String pager =
        "<div class=pager><a class=all href='?all=1'>All</a><a class=on href='/b/2'>On</a></div>";

    SiteReading reading = read(PAGE.replace("</body>", pager + "</body>"));

    assertEquals(
        "https://paper.example/bridge?all=1", reading.wholeView().orElseThrow().toString());
    assertEquals("https://paper.example/b/2", reading.found().nextPage().orElseThrow().toString());
    assertEquals(Optional.empty(), read(PAGE).wholeView());
    URI link = URI.create("https://paper.example/short");
    assertEquals(
        Optional.of(URI.create("https://paper.example/long")),
        extractor().insteadOf(link, "<p>Lead <b><a href='/long'>more</a></b></p>"));
    assertEquals(Map.of("cookie", "consent=1"), extractor().headers(link));
  }

  @Test
  void things_are_moved_wrapped_and_unwrapped_as_the_rule_says() throws IOException {
    Files.writeString(
        own.resolve("paper.example.txt"),
        """
        body: //div[@id='story']
        prune: no
        wrap_in(blockquote): //div[@class='desk note']
        move_into(//div[@id='story']): //div[@id='top']/i
        dissolve: //div[@class='desk note']
        """);

    String html = read(PAGE).found().html();

    assertTrue(html.contains("<blockquote><p>" + NOTE), html);
    assertTrue(html.endsWith("<i class=\"day\">3 March 2026</i></div>"), html);
  }
}
