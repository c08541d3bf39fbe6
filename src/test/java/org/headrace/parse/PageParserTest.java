package org.headrace.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.model.Page;
import org.headrace.model.PageRules;
import org.junit.jupiter.api.Test;

class PageParserTest {
  private static final URI PLACE = URI.create("https://club.example/news/");
  private static final PageRules BRIEF = new PageRules("article", "", "", "", "");

  @Test
  void rules_say_what_is_what() throws Exception {
    Feed feed =
        read(
            """
            <html lang="de"><head><title>Verein</title></head><body>
            <div class="item"><a href="/tag/sport">Sport</a> <h4>Kategorie</h4>
              <p class="head"><a href="sieg?utm_source=x">Sieg &amp; Platz</a></p>
              <span class="date">3. März 2026</span><p class="lead">Drei zu eins.</p></div>
            <div class="item"><p class="head"><a href="/n/2">Neue Halle</a></p></div></body></html>
            """,
            new PageRules(".item", ".head", ".head", ".date", ".lead"));
    Entry first = feed.entries().getFirst();

    assertEquals("Verein", feed.head().title());
    assertEquals("de", feed.head().language());
    assertEquals("https://club.example/news/sieg", first.link().orElseThrow().toString());
    assertEquals("https://club.example/news/sieg", first.id());
    assertEquals("Sieg &amp; Platz", first.title());
    assertEquals(Instant.parse("2026-03-03T00:00:00Z"), first.published().orElseThrow());
    assertEquals("Drei zu eins.", first.summary());
    assertEquals("Neue Halle", feed.entries().get(1).title());
  }

  @Test
  void what_the_rules_leave_open_is_found_where_pages_have_it() throws Exception {
    Entry entry =
        read(
                """
                <base href="https://club.example/"><article><a href="a/1">
                <img alt=""><h2>Won</h2></a>
                <time datetime="2026-03-01T09:30:00+01:00">on Sunday</time><p>Text</p></article>
                """,
                BRIEF)
            .entries()
            .getFirst();

    assertEquals("https://club.example/a/1", entry.link().orElseThrow().toString());
    assertEquals("Won", entry.title());
    assertEquals(Instant.parse("2026-03-01T08:30:00Z"), entry.published().orElseThrow());
    assertEquals("", entry.summary());
  }

  @Test
  void an_entry_can_be_the_link_itself_and_stands_in_the_list_once() throws Exception {
    assertEquals(
        List.of("/1", "/2"),
        read(
                "<a class=t href=/1>One</a><a class=t href=/2>Two</a><a class=t href=/1>One</a>",
                new PageRules("a.t", "", "", "", ""))
            .entries()
            .stream()
            .map(entry -> entry.link().orElseThrow().getPath())
            .toList());
  }

  @Test
  void rules_that_find_nothing_are_named() {
    assertEquals(
        "nothing fits entry: \"article\"",
        assertThrows(UnreadableFeedException.class, () -> read("<p>New design</p>", BRIEF))
            .getMessage());
    assertEquals(
        "nothing that fits entry: \"p\" has a link that fits link: \"a.more\"",
        assertThrows(
                UnreadableFeedException.class,
                () -> read("<p><a href=/1>1</a></p>", new PageRules("p", "a.more", "", "", "")))
            .getMessage());
  }

  @Test
  void the_header_knows_the_encoding() throws Exception {
    byte[] body =
        "<article><a href=/1>Новости</a></article>".getBytes(Charset.forName("windows-1251"));
    Page page = Page.of(PLACE, "text/html; charset=windows-1251", body);

    assertEquals("Новости", PageParser.parse(page, BRIEF).entries().getFirst().title());
  }

  @Test
  void a_selector_that_is_none_is_told() {
    assertEquals(Optional.empty(), PageParser.fault("article.teaser > a:has(h2)"));
    for (String wrong : List.of("a[", "", ":nothing-known", "div >> p", "a:has(")) {
      assertTrue(PageParser.fault(wrong).isPresent(), wrong);
    }
  }

  @Test
  void a_page_that_wants_to_use_us_up_is_given_up() {
    String siblings = "<i></i>".repeat(120_000);
    PageRules slow = new PageRules("b ~ i", "", "", "", "");

    assertEquals(
        "the selector \"b ~ i\" takes too long on this page",
        assertThrows(UnreadableFeedException.class, () -> read(siblings, slow)).getMessage());
  }

  private static Feed read(String html, PageRules rules) throws UnreadableFeedException {
    return PageParser.parse(
        Page.of(PLACE, "text/html", html.getBytes(StandardCharsets.UTF_8)), rules);
  }
}
