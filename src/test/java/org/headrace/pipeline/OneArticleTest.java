package org.headrace.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.group.GroupSettings;
import org.headrace.group.Strictness;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Every;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FullText;
import org.headrace.model.HostTurn;
import org.headrace.model.Page;
import org.headrace.model.Quiet;
import org.headrace.model.Rule;
import org.headrace.model.Source;
import org.headrace.model.Story;
import org.headrace.model.TextOrigin;
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

/** An entry on its way through poll, scrape and deduplicate, with a hand-written web. */
class OneArticleTest {
  private static final URI FEED = URI.create("https://paper.example/feed");
  private static final URI LINK = URI.create("https://paper.example/bridge");
  private static final Source SOURCE =
      new Source(
          "Paper", FEED, List.of("local"), new Every.Auto(), FullText.AUTO, false, List.of());
  private static final Source WITHOUT_PAGES =
      new Source("Paper", FEED, List.of(), new Every.Auto(), FullText.NEVER, false, List.of());
  private static final String SENTENCE =
      "The old bridge over the Merrow was closed on Monday after engineers found a crack in its"
          + " third arch, and nobody can say yet when it will open again for carts and cars. ";

  private static final String SECOND =
      "<item><guid>mill</guid><title>Mill</title><link>https://paper.example/mill</link></item>"
          + "</channel>";

  @TempDir Path folder;
  private final FakeWeb web = new FakeWeb();
  private final List<Journal.Event> events = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-01T08:00:00Z");
  private Store store;
  private SourcePoll poll;
  private ArticleReader reader;
  private StoryGrouper grouper;

  /** Answers from a table; what is not in it cannot be had. */
  private static final class FakeWeb implements Web {
    final Map<URI, FetchOutcome> answers = new HashMap<>();
    Duration rest = Duration.ZERO;
    Runnable meanwhile = () -> {};
    boolean closed;
    int asked;

    @Override
    public FetchOutcome feed(URI address, Validators validators, Trust trust) {
      return page(address, trust);
    }

    @Override
    public FetchOutcome page(URI address, Trust trust) {
      asked++;
      meanwhile.run();
      return answers.getOrDefault(address, new FetchOutcome.Failed(0, "no such host"));
    }

    @Override
    public Duration rest(URI address) {
      return rest;
    }

    @Override
    public boolean closed() {
      return closed;
    }

    void put(URI address, String type, String body) {
      Page page = Page.of(address, type, body.getBytes(StandardCharsets.UTF_8));
      answers.put(
          address,
          new FetchOutcome.Found(page, Validators.NONE, Optional.empty(), Optional.empty()));
    }
  }

  @BeforeEach
  void open() {
    store = Store.open(new StoreSettings(folder.toString()));
    store.sources().sync(List.of(SOURCE), now);
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
    grouper =
        new StoryGrouper(
            store,
            new GroupSettings(Strictness.SAME_STORY, Duration.ofDays(7)),
            () -> now,
            events::add);
    web.put(FEED, "application/rss+xml", feed("A crack closes the old bridge."));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_turn_that_waited_in_line_is_held_anew_before_the_host_is_asked() {
    HostTurn turn = poll.due().getFirst();
    now = now.plus(Duration.ofSeconds(50));
    List<HostTurn> others = new ArrayList<>();
    web.meanwhile =
        () -> {
          now = now.plus(Duration.ofSeconds(30));
          others.addAll(poll.due());
        };

    poll.poll(turn);

    assertEquals(1, web.asked);
    assertEquals(List.of(), others);
  }

  @Test
  void what_a_process_was_reading_when_it_ended_is_anybodys_a_minute_later() {
    store.sources().sync(List.of(WITHOUT_PAGES), now);
    ArticleId id = poll.poll(poll.due().getFirst()).getFirst();
    web.closed = true;
    assertEquals(List.of(), reader.read(id));

    web.closed = false;
    assertEquals(List.of(), reader.read(id), "it may be at work");
    now = now.plus(Duration.ofMinutes(1));
    assertEquals(List.of(id), reader.read(id));
  }

  @Test
  void an_entry_gets_the_text_of_its_page() {
    web.put(LINK, "text/html", page(6));

    poll();
    Article article = readPage();

    assertEquals(TextOrigin.PAGE, article.origin());
    assertTrue(article.text().contains(SENTENCE.strip()));
    assertEquals("Bridge closed", article.title().value());
    assertEquals("", article.note());
  }

  @Test
  void a_page_that_is_blocked_leaves_the_feeds_own_text_and_says_why() {
    web.answers.put(LINK, new FetchOutcome.Blocked(403, "the site refuses robots"));

    poll();
    Article article = readPage();

    assertEquals(TextOrigin.SUMMARY, article.origin());
    assertEquals("A crack closes the old bridge.", article.text());
    assertEquals("the site refuses robots", article.note());
  }

  @Test
  void a_page_that_cannot_be_had_now_is_asked_for_again_later_and_then_let_be() {
    poll();

    assertEquals(List.of(), reader.readPage(turn()));
    assertEquals(List.of(), reader.due());
    now = now.plus(Duration.ofMinutes(1));
    assertEquals(List.of(), reader.readPage(turn()));
    now = now.plus(Duration.ofMinutes(2));
    assertEquals("no such host", readPage().note());
  }

  @Test
  void a_page_whose_host_rests_is_not_asked_for_and_that_is_no_attempt() {
    web.answers.put(
        LINK, new FetchOutcome.Postponed(0, Optional.of(Duration.ofMinutes(10)), "it rests"));
    poll();
    for (int i = 0; i < 5; i++) {
      assertEquals(List.of(), reader.readPage(turn()));
      now = now.plus(Duration.ofMinutes(10));
    }
    web.put(LINK, "text/html", page(6));

    assertEquals(TextOrigin.PAGE, readPage().origin());
  }

  @Test
  void pages_of_one_host_are_read_one_after_the_other() {
    web.put(FEED, "application/rss+xml", feed("First.").replace("</channel>", SECOND));
    poll();
    assertEquals(List.of(), reader.due(), "the host rests from the poll");
    now = now.plus(Duration.ofSeconds(2));
    PageTurn first = turn();
    assertEquals(List.of(), reader.due(), "its host is being asked");
    web.rest = Duration.ofSeconds(60);
    reader.readPage(first);
    now = now.plus(Duration.ofSeconds(59));
    assertEquals(List.of(), reader.due(), "it wants to be left alone for a minute");
    now = now.plus(Duration.ofSeconds(1));
    assertEquals(1, reader.due().size());
  }

  @Test
  void a_page_whose_host_wants_rest_for_long_is_not_waited_for() {
    poll();
    web.rest = Duration.ofHours(3);
    now = now.plus(Duration.ofSeconds(2));
    reader.readPage(turn());
    web.put(FEED, "application/rss+xml", feed("A second try."));
    Housekeeping housekeeping =
        new Housekeeping(store, Duration.ofHours(1), Duration.ofDays(90), () -> now);

    assertEquals(1, housekeeping.unread().size());
  }

  @Test
  void a_page_that_is_not_wanted_needs_no_turn() {
    store.sources().sync(List.of(withRules(FullText.NEVER)), now);

    assertEquals(TextOrigin.SUMMARY, read(polled().getFirst()).origin());
  }

  @Test
  void a_source_is_left_alone_in_its_quiet_hours() {
    Quiet night = new Quiet(LocalTime.of(7, 0), LocalTime.of(9, 0), ZoneOffset.UTC);
    store
        .sources()
        .sync(
            List.of(
                new Source(
                    "Paper",
                    FEED,
                    List.of(),
                    new Every.Auto(),
                    FullText.AUTO,
                    false,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(night),
                    false,
                    Optional.empty())),
            now);

    assertEquals(List.of(), polled());
    assertEquals(0, web.asked);
    assertFalse(
        store
            .sources()
            .all()
            .getFirst()
            .nextPoll()
            .orElseThrow()
            .isBefore(Instant.parse("2026-03-01T09:00:00Z")));
  }

  @Test
  void a_feed_that_has_moved_for_good_is_asked_there_after_three_days() {
    URI there = URI.create("https://paper.example/new-feed");
    Page moved =
        Page.of(there, "application/rss+xml", feed("Moved.").getBytes(StandardCharsets.UTF_8));
    web.answers.put(
        FEED, new FetchOutcome.Found(moved, Validators.NONE, Optional.of(there), Optional.empty()));
    for (int day = 0; day < 3; day++) {
      poll();
      now = now.plus(Duration.ofDays(1)).plus(Duration.ofHours(1));
    }
    web.answers.clear();
    web.put(there, "application/rss+xml", feed("Moved, and news."));
    poll();

    assertEquals(
        1, events.stream().filter(Journal.Moved.class::isInstance).count(), events.toString());
    assertEquals("0 new of 1", store.sources().all().getFirst().state().words());
  }

  @Test
  void a_text_shorter_than_the_feeds_own_never_replaces_it() {
    web.put(FEED, "application/rss+xml", feed(SENTENCE.repeat(3)));
    web.put(LINK, "text/html", page(1));

    poll();
    assertTrue(readPage().origin() != TextOrigin.PAGE);
  }

  @Test
  void the_same_body_again_is_no_news() {
    polled();
    now = now.plus(Duration.ofDays(2));

    assertEquals(List.of(), polled());
    assertEquals("unchanged", store.sources().all().getFirst().state().words());
  }

  @Test
  void a_page_in_place_of_a_feed_names_the_feed_that_it_links_to() {
    web.put(
        FEED,
        "text/html",
        "<html><head><link rel=alternate type='application/rss+xml' href='/real.xml'></head>"
            + "<body><h1>Paper</h1></body></html>");

    assertEquals(List.of(), polled());
    String words = store.sources().all().getFirst().state().words();
    assertTrue(words.contains("https://paper.example/real.xml"), words);
  }

  @Test
  void an_edited_entry_updates_its_story_in_place() {
    web.put(LINK, "text/html", page(6));
    poll();
    Story before = grouped(readPage());
    now = now.plus(Duration.ofDays(2));
    web.put(FEED, "application/rss+xml", feed("A crack closes the old bridge until spring."));
    web.put(LINK, "text/html", page(7));

    poll();
    Story after = grouped(readPage());

    assertEquals(before.id(), after.id());
    assertEquals(before.tag(), after.tag());
    assertTrue(after.updated().isAfter(before.updated()));
    assertFalse(after.face().text().equals(before.face().text()));
  }

  @Test
  void a_feed_that_names_its_entries_anew_with_every_answer_brings_nothing_new() {
    store.sources().sync(List.of(withRules(FullText.NEVER)), now);
    web.put(FEED, "application/rss+xml", entries("a1", "a2", "a3", "a4"));
    assertEquals(4, polled().size());
    for (String poll : List.of("b", "c", "d")) {
      now = now.plus(Duration.ofDays(2));
      web.put(FEED, "application/rss+xml", entries(poll + 1, poll + 2, poll + 3, poll + 4));

      assertEquals(List.of(), polled());
      assertEquals(4, store.sources().all().getFirst().articles());
      assertEquals("0 new of 4", store.sources().all().getFirst().state().words());
    }
  }

  @Test
  void where_names_mean_nothing_an_entry_with_another_title_and_date_is_a_revision() {
    store.sources().sync(List.of(withRules(FullText.NEVER)), now);
    web.put(FEED, "application/rss+xml", entries("a1", "a2", "a3", "a4"));
    List<ArticleId> before = polled();
    now = now.plus(Duration.ofDays(2));
    String renamed =
        entries("b1", "b2", "b3", "b4")
            .replace("Title 4", "Something else")
            .replace("04 Mar", "09 Mar");
    web.put(FEED, "application/rss+xml", renamed);

    assertEquals(List.of(before.getLast()), polled());
  }

  @Test
  void one_address_with_another_name_title_and_date_is_another_entry() {
    store.sources().sync(List.of(withRules(FullText.NEVER)), now);
    polled();
    now = now.plus(Duration.ofDays(2));
    web.put(
        FEED,
        "application/rss+xml",
        feed("A crack closes the old bridge.")
            .replace("<guid>bridge", "<guid>other")
            .replace("Bridge closed", "Bridge open"));

    assertEquals(1, polled().size());
    assertEquals(2, store.sources().all().getFirst().articles());
  }

  @Test
  void an_address_that_is_an_entrys_name_may_change_its_spelling() {
    String guid = "<guid>http://www.paper.example/bridge?id=7";
    web.put(FEED, "application/rss+xml", feed("A crack.").replace("<guid>bridge", guid));
    polled();
    now = now.plus(Duration.ofDays(2));
    String moved = "<guid>https://paper.example/bridge?id=7&amp;utm_source=feed";
    web.put(FEED, "application/rss+xml", feed("A crack.").replace("<guid>bridge", moved));

    assertEquals(List.of(), polled());
  }

  @Test
  void a_query_that_changes_from_answer_to_answer_makes_no_new_entry() {
    store.sources().sync(List.of(withRules(FullText.NEVER)), now);
    String link = "<link>" + LINK + "</link>";
    String bare = feed("A crack.").replace("<guid>bridge</guid>", "");
    web.put(FEED, "application/rss+xml", bare.replace(link, "<link>" + LINK + "?s=1</link>"));
    polled();
    now = now.plus(Duration.ofDays(2));
    web.put(FEED, "application/rss+xml", bare.replace(link, "<link>" + LINK + "?s=2</link>"));

    assertEquals(List.of(), polled());
  }

  @Test
  void an_article_that_a_rule_drops_gets_no_story_and_its_rule_is_told() {
    store.sources().sync(List.of(dropping("until spring")), now);
    web.put(FEED, "application/rss+xml", feed("The old bridge stays closed until spring."));
    ArticleId id = polled().getFirst();
    Article article = read(id);

    assertEquals(List.of(), grouper.group(id));
    assertEquals(List.of(), grouper.group(id));
    assertEquals(0, store.stories().counts().stories());
    assertEquals(0, store.articles().unfinished(now));
    assertEquals(
        List.of(new Journal.LeftOut(article, "drop in line 4: text until spring")),
        events.stream().filter(Journal.LeftOut.class::isInstance).toList());
  }

  @Test
  void a_revision_that_a_rule_drops_leaves_its_story_as_it_was() {
    store.sources().sync(List.of(dropping("until spring")), now);
    Story before = story(polled().getFirst());
    now = now.plus(Duration.ofDays(2));
    web.put(FEED, "application/rss+xml", feed("The old bridge stays closed until spring."));
    ArticleId id = polled().getFirst();
    read(id);

    assertEquals(List.of(), grouper.group(id));
    assertEquals(Optional.of(before), store.stories().find(before.id()));
  }

  private static Source withRules(FullText fullText, Rule... rules) {
    return new Source(
        SOURCE.name(),
        SOURCE.address(),
        SOURCE.topics(),
        SOURCE.every(),
        fullText,
        SOURCE.privateNetwork(),
        List.of(rules));
  }

  private static Source dropping(String words) {
    Rule.Condition text = new Rule.Condition.Has(Rule.Field.TEXT, List.of(words));
    return withRules(FullText.NEVER, new Rule(Rule.Effect.DROP, 4, List.of(text)));
  }

  private List<ArticleId> polled() {
    List<HostTurn> turns = poll.due();
    assertEquals(1, turns.size(), "the source should be due");
    return poll.poll(turns.getFirst());
  }

  /** Polls a source whose entries need their pages. */
  private void poll() {
    assertEquals(List.of(), polled());
  }

  private PageTurn turn() {
    now = now.plus(Duration.ofSeconds(2));
    List<PageTurn> turns = reader.due();
    assertEquals(1, turns.size(), "a page should be due");
    return turns.getFirst();
  }

  private Article readPage() {
    List<ArticleId> read = reader.readPage(turn());
    return store.articles().find(read.getFirst()).orElseThrow();
  }

  private Story grouped(Article article) {
    return store.stories().find(grouper.group(article.id()).getFirst()).orElseThrow();
  }

  private Article read(ArticleId id) {
    assertEquals(List.of(id), reader.read(id));
    return store.articles().find(id).orElseThrow();
  }

  private Story story(ArticleId id) {
    return grouped(read(id));
  }

  private static String feed(String summary) {
    return """
        <rss version="2.0"><channel><title>Paper</title><link>https://paper.example/</link>
        <item><guid>bridge</guid><title>Bridge closed</title><link>%s</link>
        <description>%s</description></item></channel></rss>
        """
        .formatted(LINK, summary);
  }

  private static String entries(String... guids) {
    StringBuilder items = new StringBuilder();
    for (int i = 1; i <= guids.length; i++) {
      items.append(
          """
          <item><guid>%s</guid><title>Title %d</title><link>https://paper.example/%d</link>
          <pubDate>%02d Mar 2026 08:00:00 GMT</pubDate></item>
          """
              .formatted(guids[i - 1], i, i, i));
    }
    return "<rss version=\"2.0\"><channel><title>Paper</title>" + items + "</channel></rss>";
  }

  private static String page(int paragraphs) {
    StringBuilder body = new StringBuilder();
    for (int i = 1; i <= paragraphs; i++) {
      body.append("<p>").append(SENTENCE).append("Note ").append(i).append(".</p>");
    }
    return "<html><head><title>Bridge closed</title></head><body><nav><a href='/'>Home</a></nav>"
        + "<article><h1>Bridge closed</h1>"
        + body
        + "</article><footer>Imprint</footer></body></html>";
  }
}
