package org.headrace.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.extract.site.RuleSettings;
import org.headrace.extract.site.SiteExtractor;
import org.headrace.model.Access;
import org.headrace.model.ArticleId;
import org.headrace.model.ArticleRules;
import org.headrace.model.Entry;
import org.headrace.model.Every;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FullText;
import org.headrace.model.Page;
import org.headrace.model.Source;
import org.headrace.model.Trust;
import org.headrace.model.Validators;
import org.headrace.store.ArticleWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles on several pages, and pages under rules, with a hand-written web. */
class SeveralPagesTest {
  private static final URI LINK = URI.create("https://paper.example/2026/bridge");
  private static final URI FEED = URI.create("https://paper.example/feed");
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final String LEAD =
      "This is the story of a bridge that nobody wanted to close, told in several parts for our"
          + " readers on both banks of the river.";

  @TempDir Path folder;
  private final Map<String, FetchOutcome> answers = new HashMap<>();
  private final List<URI> asked = new ArrayList<>();
  private final Map<URI, Trust> trusts = new HashMap<>();

  private final Web web =
      new Web() {
        @Override
        public FetchOutcome feed(URI address, Validators validators, Trust trust) {
          return page(address, trust);
        }

        @Override
        public FetchOutcome page(URI address, Trust trust) {
          asked.add(address);
          trusts.put(address, trust);
          return answers.getOrDefault(
              address.toString(), new FetchOutcome.Failed(404, "there is nothing (HTTP 404)"));
        }

        @Override
        public boolean closed() {
          return false;
        }
      };

  private static String sentence(int page, int number) {
    return ("On page %d, paragraph %d, the engineers wrote that the third arch of the bridge had"
            + " moved by the width of a hand, which is more than any of them had seen before.")
        .formatted(page, number);
  }

  private static String pager(int page, int last) {
    StringBuilder links = new StringBuilder("<div class=pager>");
    for (int i = 1; i <= last; i++) {
      links.append(
          i == page
              ? "<b>%d</b> ".formatted(i)
              : "<a href='/2026/bridge?page=%d'>%d</a> ".formatted(i, i));
    }
    return links.append("</div>").toString();
  }

  private void put(int page, int last, String extra) {
    StringBuilder body = new StringBuilder("<p>" + LEAD + "</p>");
    for (int i = 1; i <= 4; i++) {
      body.append("<p>").append(sentence(page, i)).append("</p>");
    }
    put(page == 1 ? LINK.toString() : LINK + "?page=" + page, body + pager(page, last) + extra);
  }

  private void put(String address, String body) {
    String html =
        "<html lang=en><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1>"
            + body
            + "</article></body></html>";
    answers.put(
        address,
        new FetchOutcome.Found(
            Page.of(
                URI.create(address),
                "text/html; charset=utf-8",
                html.getBytes(StandardCharsets.UTF_8)),
            Validators.NONE,
            Optional.empty(),
            Optional.empty()));
  }

  private PageText.Got read(ScrapeSettings settings, Source source, String feedText) {
    try {
      SiteExtractor sites =
          SiteExtractor.of(new RuleSettings(Optional.of(folder), Optional.empty()));
      Entry entry = Entry.builder().id("bridge").link(Optional.of(LINK)).content(feedText).build();
      PageText text =
          new PageReader(web, settings, sites, () -> NOW)
              .read(new ArticleWork(new ArticleId(1), source, entry, NOW, 0, 1), LINK);
      return text instanceof PageText.Got got
          ? got
          : org.junit.jupiter.api.Assertions.fail(text.toString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private PageText.Got read() {
    return read(ScrapeSettings.DEFAULT, source(Optional.empty(), Optional.empty()), "");
  }

  private static Source source(Optional<Access> access, Optional<ArticleRules> article) {
    return new Source(
        "Paper",
        FEED,
        List.of(),
        new Every.Auto(),
        FullText.ALWAYS,
        false,
        List.of(),
        Optional.empty(),
        access,
        Optional.empty(),
        false,
        article);
  }

  private static int times(String part, String text) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  @Test
  void numbered_pages_are_joined_in_order_and_what_each_repeats_stands_once() {
    put(1, 3, "");
    put(2, 3, "");
    put(3, 3, "");

    PageText.Got got = read();

    assertEquals(1, times(LEAD, got.text()));
    assertEquals(1, times(LEAD, got.html().value()));
    assertEquals(13, got.text().lines().count());
    assertTrue(got.text().indexOf(sentence(1, 4)) < got.text().indexOf(sentence(2, 1)));
    assertTrue(got.text().endsWith(sentence(3, 4)));
    assertEquals(List.of(), got.remarks());
  }

  @Test
  void a_later_page_that_cannot_be_had_keeps_what_is_there_and_is_told() {
    put(1, 3, "");
    put(2, 3, "");

    PageText.Got got = read();

    assertTrue(got.text().endsWith(sentence(2, 4)));
    assertEquals(
        List.of(
            "page 3 could not be had, the text ends before it (there is nothing (HTTP 404)):"
                + " https://paper.example/2026/bridge?page=3"),
        got.remarks());
  }

  @Test
  void no_more_pages_are_asked_than_are_allowed() {
    for (int page = 1; page <= 5; page++) {
      put(page, 5, "");
    }
    ScrapeSettings three =
        new ScrapeSettings(1, ScrapeSettings.DEFAULT.pause(), ScrapeSettings.DEFAULT.patience(), 3);

    PageText.Got got = read(three, source(Optional.empty(), Optional.empty()), "");

    assertEquals(3, asked.size());
    assertTrue(got.text().endsWith(sentence(3, 4)));
    assertEquals(
        List.of("the article goes on after page 3: https://paper.example/2026/bridge?page=4"),
        got.remarks());
  }

  @Test
  void a_server_that_answers_every_number_with_the_same_page_is_not_followed_for_ever() {
    put(1, 9, "");
    for (int page = 2; page <= 9; page++) {
      answers.put(LINK + "?page=" + page, answers.get(LINK.toString()));
    }

    PageText.Got got = read();

    assertEquals(2, asked.size());
    assertEquals(5, got.text().lines().count());
  }

  @Test
  void a_view_of_all_pages_is_taken_in_place_of_them() {
    put(1, 3, "<a href='/2026/bridge?view=all'>View as single page</a>");
    StringBuilder all = new StringBuilder("<p>" + LEAD + "</p>");
    for (int page = 1; page <= 3; page++) {
      for (int i = 1; i <= 4; i++) {
        all.append("<p>").append(sentence(page, i)).append("</p>");
      }
    }
    put(LINK + "?view=all", all.toString());

    PageText.Got got = read();

    assertEquals(13, got.text().lines().count());
    assertEquals(List.of(LINK, URI.create(LINK + "?view=all")), asked);
  }

  @Test
  void a_view_of_all_pages_that_holds_less_is_not_taken() {
    put(1, 2, "<a href='/2026/bridge?view=all'>Auf einer Seite lesen</a>");
    put(2, 2, "");
    put(LINK + "?view=all", "<p>" + LEAD + "</p><p>" + sentence(9, 9) + "</p>");

    PageText.Got got = read();

    assertEquals(9, got.text().lines().count());
    assertEquals(1, got.remarks().size());
  }

  @Test
  void the_rules_of_a_site_name_the_pages_and_the_headers() throws IOException {
    Files.writeString(
        folder.resolve("paper.example.txt"),
        """
        next_page_link: //a[@class='onward']
        http_header(referer): https://paper.example/
        """);
    put(
        LINK.toString(),
        "<p>"
            + LEAD
            + "</p><p>"
            + sentence(1, 1)
            + "</p><a class=onward href='/2026/the-end'>On</a>");
    put(
        "https://paper.example/2026/the-end",
        "<p>" + sentence(2, 1) + "</p><p>" + sentence(2, 2) + "</p>");
    Access access =
        new Access(
            "",
            List.of(
                new Access.Header("Referer", "https://mine.example/"), new Access.Header("X", "y")),
            "",
            "",
            "",
            Optional.empty());

    PageText.Got got =
        read(ScrapeSettings.DEFAULT, source(Optional.of(access), Optional.empty()), "");

    assertTrue(got.text().endsWith(sentence(2, 2)));
    assertEquals(access.headers(), trusts.get(LINK).access().orElseThrow().headers());
    Trust elsewhere =
        PageAsking.trust(
            source(Optional.of(access), Optional.empty()),
            URI.create("https://other.example/x"),
            Map.of("referer", "https://paper.example/"));
    assertEquals(
        List.of(new Access.Header("referer", "https://paper.example/")),
        elsewhere.access().orElseThrow().headers());
  }

  @Test
  void a_link_in_the_feeds_own_text_may_lead_to_the_whole_article() throws IOException {
    Files.writeString(folder.resolve("paper.example.txt"), "single_page_link_in_feed: //b/a");
    put("https://paper.example/long", "<p>" + LEAD + "</p><p>" + sentence(1, 1) + "</p>");

    PageText.Got got =
        read(
            ScrapeSettings.DEFAULT,
            source(Optional.empty(), Optional.empty()),
            "<p>Short. <b><a href='https://paper.example/long'>More</a></b></p>");

    assertTrue(got.text().endsWith(sentence(1, 1)));
    assertEquals(List.of(URI.create("https://paper.example/long")), asked);
  }

  @Test
  void short_rules_of_the_source_reach_the_page() {
    put(
        LINK.toString(),
        "<div id=x><p>"
            + LEAD
            + "</p><p>"
            + sentence(1, 1)
            + "</p></div><p>"
            + sentence(7, 7)
            + "</p>");

    PageText.Got got =
        read(
            ScrapeSettings.DEFAULT,
            source(Optional.empty(), Optional.of(new ArticleRules("#x", "", "", "", ""))),
            "");

    assertFalse(got.text().contains(sentence(7, 7)));
    assertEquals(2, got.text().lines().count());
  }
}
