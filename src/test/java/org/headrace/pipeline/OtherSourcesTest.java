package org.headrace.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Article;
import org.headrace.model.Every;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FullText;
import org.headrace.model.Page;
import org.headrace.model.PageRules;
import org.headrace.model.PollOutcome;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.Trust;
import org.headrace.model.Validators;
import org.headrace.schedule.PollSettings;
import org.headrace.store.PageTurn;
import org.headrace.store.Store;
import org.headrace.store.StoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that are no feeds: a site, a sitemap, a page, each polled over a hand-written web. */
class OtherSourcesTest {
  private static final URI SITE = URI.create("https://paper.example/");
  private static final String RSS =
      "<rss><channel><title>P</title><item><guid>%1$s</guid><link>%1$s</link><title>T</title>"
          + "</item></channel></rss>";

  @TempDir Path folder;
  private final Map<String, String> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final List<Journal.Event> events = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-01T08:00:00Z");
  private Store store;
  private SourcePoll poll;
  private ArticleReader reader;

  private final Web web =
      new Web() {
        @Override
        public FetchOutcome feed(URI address, Validators validators, Trust trust) {
          asked.add(address.getPath());
          String body = answers.getOrDefault(address.getPath(), "");
          if (body.isEmpty()) {
            return new FetchOutcome.Failed(404, "there is nothing at this address (HTTP 404)");
          }
          Page page = Page.of(address, "", body.getBytes(StandardCharsets.UTF_8));
          return new FetchOutcome.Found(page, Validators.NONE, Optional.empty(), Optional.empty());
        }

        @Override
        public FetchOutcome page(URI address, Trust trust) {
          return feed(address, Validators.NONE, trust);
        }

        @Override
        public boolean closed() {
          return false;
        }
      };

  @BeforeEach
  void open() {
    store = Store.open(new StoreSettings(folder.toString()));
    poll =
        new SourcePoll(
            store,
            web,
            PollSettings.DEFAULT,
            new PollRoom(Duration.ofSeconds(2), 8),
            () -> now,
            events::add);
    reader =
        new ArticleReader(
            store, web, ScrapeSettings.DEFAULT, Duration.ofSeconds(2), 8, () -> now, events::add);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void the_feed_of_a_site_is_found_once_and_asked_from_then_on() {
    answers.put("/", "<link rel=alternate type=application/rss+xml href=/news.rss><p>Paper</p>");
    answers.put("/news.rss", RSS.formatted("https://paper.example/1"));
    list(Optional.empty());

    assertEquals(1, polled());
    assertEquals(Optional.of(URI.create("https://paper.example/news.rss")), state().feed());
    assertTrue(
        events.contains(
            new Journal.Discovered(
                source(Optional.empty()), URI.create("https://paper.example/news.rss"))));

    asked.clear();
    answers.put("/news.rss", RSS.formatted("https://paper.example/2"));
    assertEquals(1, polled());
    assertEquals(List.of("/news.rss"), asked);
  }

  @Test
  void a_site_whose_feed_has_moved_is_searched_again() {
    answers.put("/", "<link rel=alternate type=application/rss+xml href=/news.rss><p>Paper</p>");
    answers.put("/news.rss", RSS.formatted("https://paper.example/1"));
    list(Optional.empty());
    polled();

    answers.remove("/news.rss");
    answers.put("/", "<link rel=alternate type=application/rss+xml href=/all.rss><p>Paper</p>");
    answers.put("/all.rss", RSS.formatted("https://paper.example/2"));

    assertEquals(1, polled());
    assertEquals(Optional.of(URI.create("https://paper.example/all.rss")), state().feed());
  }

  @Test
  void a_site_without_a_feed_is_told_as_such_with_its_sitemap() {
    answers.put("/", "<p>Paper</p>");
    answers.put("/robots.txt", "User-agent: *\nDisallow:\nSITEMAP: /sitemap.xml");
    list(Optional.empty());

    assertEquals(0, polled());
    assertTrue(
        state().words().contains("no feed of the site was found")
            && state().words().endsWith("https://paper.example/sitemap.xml"),
        state().words());
  }

  @Test
  void a_feed_that_once_turns_out_to_be_a_page_is_not_replaced() {
    answers.put("/", RSS.formatted("https://paper.example/1"));
    list(Optional.empty());
    polled();

    answers.put("/", "<link rel=alternate type=application/rss+xml href=/else.rss><p>Soon back");
    answers.put("/else.rss", RSS.formatted("https://other.example/1"));

    assertEquals(0, polled());
    assertEquals(Optional.empty(), state().feed());
    assertTrue(state().words().contains("https://paper.example/else.rss"), state().words());
  }

  @Test
  void a_list_of_sitemaps_gives_entries_that_get_their_titles_from_their_pages() {
    answers.put(
        "/",
        """
        <sitemapindex><sitemap><loc>/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>
        <sitemap><loc>/new.xml</loc><lastmod>2026-03-01</lastmod></sitemap></sitemapindex>
        """);
    answers.put("/new.xml", urlset("/bridge", "2026-03-01"));
    answers.put("/old.xml", urlset("/tower", "2019-12-01"));
    answers.put("/bridge", page("Bridge closed"));
    list(Optional.empty());

    assertEquals(2, polled());
    Article article = read();
    assertEquals("Bridge closed", article.title().value());
    assertEquals(Instant.parse("2026-02-28T09:00:00Z"), article.published().orElseThrow());
    answers.put("/new.xml", urlset("/canal", "2026-03-02"));
    assertEquals(0, polled(), "the list says that nothing has changed");
  }

  @Test
  void a_list_of_sitemaps_without_dates_is_read_to_its_parts_each_time() {
    answers.put("/", "<sitemapindex><sitemap><loc>/new.xml</loc></sitemap></sitemapindex>");
    answers.put("/new.xml", urlset("/bridge", "2026-03-01"));
    list(Optional.empty());
    polled();

    answers.put("/new.xml", urlset("/canal", "2026-03-02"));

    assertEquals(1, polled());
  }

  @Test
  void a_page_of_a_sitemap_that_is_no_article_is_left_out_and_told() {
    answers.put("/", urlset("/category/sport", "2026-03-01"));
    answers.put("/category/sport", "<html><head><title>Sport</title></head><p>Sport</p></html>");
    list(Optional.empty());

    assertEquals(1, polled());
    assertEquals(List.of(), reader.readPage(turn()));
    assertTrue(
        events.getLast() instanceof Journal.LeftOut left
            && left.rule().startsWith("nothing is known of it but its address; "),
        () -> events.getLast().toString());
  }

  @Test
  void a_page_gives_entries_and_a_new_design_is_a_named_failure() {
    answers.put("/", "<article><a href=/1>One</a></article><article><a href=/2>Two</a></article>");
    list(Optional.of(new PageRules("article", "", "", "", "")));
    assertEquals(2, polled());

    answers.put("/", "<section><a href=/3>Three</a></section>");

    assertEquals(0, polled());
    assertEquals(
        "the page no longer has entries: nothing fits entry: \"article\"", state().words());
    assertEquals(1, state().failures());
  }

  @Test
  void other_rules_are_tried_on_the_same_page_at_once() {
    answers.put("/", "<article><a href=/1>One</a></article><section><a href=/2>Two</a></section>");
    list(Optional.of(new PageRules("article", "", "", "", "")));
    assertEquals(1, polled());
    now = now.plus(Duration.ofMinutes(1));
    list(Optional.of(new PageRules("section", "", "", "", "")));

    assertEquals(1, asked());
  }

  private static String urlset(String path, String date) {
    return "<urlset><url><loc>https://paper.example%s</loc><lastmod>%s</lastmod></url></urlset>"
        .formatted(path, date);
  }

  private static String page(String title) {
    String paragraph =
        "<p>The old bridge over the Merrow was closed on Monday after engineers found a crack in"
            + " its third arch, and nobody can say yet when it will open again for carts.</p>";
    return """
        <html lang="en"><head><title>%s</title>
        <meta property="og:title" content="%s">
        <meta property="article:published_time" content="2026-02-28T09:00:00Z"></head>
        <body><main><article><h1>%s</h1>%s</article></main></body></html>
        """
        .formatted(title, title, title, paragraph.repeat(5));
  }

  private void list(Optional<PageRules> page) {
    store.sources().sync(List.of(source(page)), now);
  }

  private static Source source(Optional<PageRules> page) {
    return new Source(
        "Paper",
        SITE,
        List.of(),
        new Every.Auto(),
        FullText.AUTO,
        false,
        List.of(),
        page,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** How many entries a poll after a long while finds that are new. */
  private int polled() {
    now = now.plus(Duration.ofDays(8));
    return asked();
  }

  private int asked() {
    poll.due().forEach(poll::poll);
    return events.stream()
        .filter(Journal.Polled.class::isInstance)
        .map(event -> ((Journal.Polled) event).outcome())
        .reduce((first, last) -> last)
        .map(last -> last instanceof PollOutcome.Changed changed ? changed.fresh() : 0)
        .orElse(0);
  }

  private PageTurn turn() {
    now = now.plus(Duration.ofSeconds(2));
    return reader.due().getFirst();
  }

  private PollState state() {
    return store.sources().all().getFirst().state();
  }

  private Article read() {
    reader.readPage(turn());
    return events.stream()
        .filter(Journal.Read.class::isInstance)
        .map(event -> ((Journal.Read) event).article())
        .reduce((first, last) -> last)
        .orElseThrow();
  }
}
