package org.headrace.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import java.util.Set;
import org.headrace.group.GroupSettings;
import org.headrace.group.Strictness;
import org.headrace.model.ArticleId;
import org.headrace.model.Every;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FullText;
import org.headrace.model.HostTurn;
import org.headrace.model.Page;
import org.headrace.model.PostOutcome;
import org.headrace.model.Rule;
import org.headrace.model.Rule.Condition;
import org.headrace.model.Rule.Field;
import org.headrace.model.Source;
import org.headrace.model.Trust;
import org.headrace.model.Validators;
import org.headrace.publish.Editions;
import org.headrace.schedule.PollSettings;
import org.headrace.store.Store;
import org.headrace.store.StoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published of what is in the store, by the wishes of the operator. */
class PublisherTest {
  private static final URI SITE = URI.create("https://news.example/");
  private static final PublishSettings PLAIN = new PublishSettings("News", 10, "Test");
  private static final Source POST = source("Post", "local");
  private static final Source WIRE = source("Wire", "world");

  @TempDir Path folder;
  private final Editions editions = new Editions();
  private final List<String> told = new ArrayList<>();
  private final PaperWeb web = new PaperWeb();
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");
  private Store store;

  /** Each source's feed is what was put there; hubs take what they are told. */
  private final class PaperWeb implements Web {
    private final Map<URI, String> feeds = new HashMap<>();
    private boolean gone;

    @Override
    public FetchOutcome feed(URI address, Validators validators, Trust trust) {
      byte[] body =
          feeds.getOrDefault(address, "<rss><channel/></rss>").getBytes(StandardCharsets.UTF_8);
      return gone
          ? new FetchOutcome.Gone("gone (HTTP 410)")
          : new FetchOutcome.Found(
              Page.of(address, "application/rss+xml", body),
              Validators.NONE,
              Optional.empty(),
              Optional.empty());
    }

    @Override
    public FetchOutcome page(URI address, Trust trust) {
      return new FetchOutcome.Failed(0, "no page is read here");
    }

    @Override
    public PostOutcome tell(URI address, Map<String, String> fields, Trust trust) {
      told.add(fields.getOrDefault("hub.url", ""));
      return new PostOutcome.Taken(204);
    }

    @Override
    public boolean closed() {
      return false;
    }
  }

  @BeforeEach
  void open() {
    store = Store.open(new StoreSettings(folder.resolve("store").toString()));
    store.sources().sync(List.of(POST, WIRE), now);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_feed_of_the_operators_own_has_what_he_wants() throws IOException {
    carry("Ferry runs on batteries", "Live: storm", "Mill turns");
    Rule live =
        new Rule(Rule.Effect.DROP, 1, List.of(new Condition.Has(Field.TITLE, List.of("/Live/"))));
    publish(
        with(
            output("calm", "", 10, selection(List.of(), List.of("Post"), List.of(live))),
            output("world", "", 10, selection(List.of("world"), List.of(), List.of())),
            output("one", "", 1, Selection.ALL),
            output("hidden", "only-for-the-crew", 10, Selection.ALL)));
    assertEquals(
        Set.of("Post: Mill turns", "Post: Ferry runs on batteries"),
        Set.copyOf(titles("/feed/calm")));
    assertEquals(3, titles("/feed/world").size());
    assertEquals(1, titles("/feed/one").size());
    assertEquals(6, titles("/feed/only-for-the-crew/hidden").size());
    assertTrue(editions.find("/feed/hidden.atom").isEmpty());
    assertEquals(6, titles("/feed").size());
  }

  @Test
  void what_the_whole_does_not_want_is_nowhere_but_in_feeds_that_want_it() throws IOException {
    carry("Ferry", "Mill");
    Selection local = selection(List.of(), List.of("Post"), List.of());
    Publisher publisher =
        publish(
            new PublishSettings(
                "News",
                10,
                "",
                local,
                List.of(output("all", "only-for-the-crew", 10, Selection.ALL)),
                List.of(),
                true,
                Optional.empty()));
    assertEquals(2, titles("/feed").size());
    assertEquals(0, titles("/topic/world").size());
    assertEquals(4, titles("/feed/only-for-the-crew/all").size());
    store.search().catchUp();
    SearchDesk desk = new SearchDesk(store, publisher.frame(), local, () -> now);
    String found = new String(desk.page("ferry"), StandardCharsets.UTF_8);
    assertTrue(found.contains("Post: Ferry"));
    assertFalse(found.contains("Wire: Ferry"));
    String hidden = store.stories().newest(10, Optional.of("world")).getFirst().id().toString();
    assertTrue(editions.serve("/story/" + hidden).isEmpty());
    assertTrue(editions.serve("/feed/only-for-the-crew/all/story/" + hidden).isPresent());
  }

  @Test
  void the_archive_has_a_part_for_each_day_that_is_over() throws IOException {
    carry("First");
    pass(Duration.ofDays(1));
    carry("Second");
    pass(Duration.ofDays(2));
    carry("Third");
    publish(new PublishSettings("News", 1, "Test"));
    assertTrue(text("/feed.atom").contains("/archive/2026-03-02.atom\""));
    assertEquals(Set.of("Wire: Second", "Post: Second"), Set.copyOf(titles("/archive/2026-03-02")));
    String part = text("/archive/2026-03-02.atom");
    assertTrue(part.contains("rel=\"prev-archive\""));
    assertFalse(part.contains("rel=\"next-archive\""));
    assertTrue(text("/archive/2026-03-01.atom").contains("rel=\"next-archive\""));
    assertEquals(List.of("Post: First"), titles("/topic/local/archive/2026-03-01"));
    for (String path :
        List.of("/archive/2026-03-04.atom", "/archive/x.atom", "/x/archive/2026-03-01.atom")) {
      assertTrue(editions.serve(path).isEmpty(), path);
    }
    assertTrue(text("/archive/2026-03-01.atom").contains("2026-03-01.atom"));
    String old = store.stories().newest(9, Optional.empty()).getLast().id().toString();
    assertTrue(text("/story/" + old).contains("First"), "a story that has left the feed");
    assertTrue(editions.serve("/story/99999999999999999999").isEmpty());
  }

  @Test
  void the_stories_of_a_day_are_put_together_once() throws IOException {
    DigestSettings times = new DigestSettings(LocalTime.of(7, 0), ZoneOffset.UTC, 3);
    carry("Ferry", "Mill");
    Publisher publisher =
        publish(
            with(
                new OutputSettings(
                    "morning", "", "Morning", 30, Selection.ALL, Optional.of(times))));
    assertEquals(0, entries("/feed/morning"), "nothing had begun by seven");
    pass(Duration.ofHours(4));
    publisher.publish();
    assertEquals(0, entries("/feed/morning"), "not yet");
    pass(Duration.ofHours(2));
    publisher.publish();
    assertEquals(1, entries("/feed/morning"));
    String made = text("/feed/morning.atom");
    assertTrue(made.contains("<published>2026-03-01T07:00:00Z</published>"));
    assertEquals(3, made.split("&lt;li>", -1).length - 1);
    carry("Late");
    publisher.publish();
    assertEquals(made, text("/feed/morning.atom"));
    assertTrue(titles("/feed").stream().noneMatch(title -> title.startsWith("Morning")));
  }

  @Test
  void hubs_are_told_of_what_changed_once_it_can_be_had() throws IOException {
    carry("Ferry");
    HubPings pings = new HubPings(List.of("https://hub.example/"), web, () -> now);
    Publisher publisher =
        publisher(
            new PublishSettings(
                "News",
                10,
                "",
                Selection.ALL,
                List.of(output("hidden", "only-for-the-crew", 9, Selection.ALL)),
                List.of("https://hub.example/"),
                true,
                Optional.empty()),
            pings);
    publisher.publish();
    pings.ping();
    assertTrue(told.containsAll(List.of(SITE + "feed.atom", SITE + "topic/world.json")));
    assertTrue(told.stream().noneMatch(feed -> feed.contains("only-for-the-crew")));
    told.clear();
    publisher.sourcesChanged();
    publisher.publish();
    pings.ping();
    assertEquals(List.of(), told, "nothing changed");
    put(POST, "Mill");
    poll();
    publisher.publish();
    pings.ping();
    assertTrue(told.contains(SITE + "feed.atom"));
    assertFalse(told.contains(SITE + "topic/world.atom"));
  }

  @Test
  void all_of_it_can_be_had_as_files() throws IOException {
    carry("First");
    pass(Duration.ofDays(1));
    carry("Second");
    Path site = folder.resolve("site");
    Publisher publisher =
        publish(
            new PublishSettings(
                "News", 10, "", Selection.ALL, List.of(), List.of(), false, Optional.of(site)));
    String story = store.stories().newest(1, Optional.empty()).getFirst().id().toString();
    for (String name :
        List.of(
            "index.html",
            "feed.atom",
            "status.rss",
            "topic/local/index.html",
            "story/" + story + "/index.html",
            "archive/2026-03-01.json")) {
      assertTrue(Files.exists(site.resolve(name)), name);
    }
    assertFalse(Files.readString(site.resolve("index.html")).contains("type=\"search\""));
    carry("Third");
    publisher.publish();
    assertTrue(Files.exists(site.resolve("archive/2026-03-01.json")));
  }

  @Test
  void the_operator_is_told_of_sources_that_need_him_in_a_feed_of_its_own() throws IOException {
    carry("First");
    Publisher publisher = publish(PLAIN);
    assertEquals(0, entries("/status"));
    web.gone = true;
    pass(Duration.ofHours(2));
    poll();
    publisher.publish();
    assertEquals(2, entries("/status"));
    String status = text("/status.atom");
    assertTrue(status.contains("<title>Post is gone</title>"), status);
    pass(Duration.ofHours(2));
    publisher.publish();
    assertEquals(status, text("/status.atom"));
    assertEquals(2, titles("/feed").size());
  }

  @Test
  void the_sources_are_looked_at_once_a_minute_however_often_stories_change() throws IOException {
    carry("First");
    pass(Duration.ofHours(2));
    Publisher publisher = publish(PLAIN);
    web.gone = true;
    ask();
    publisher.publish();
    assertEquals(0, entries("/status"));
    pass(Duration.ofMinutes(1));
    publisher.publish();
    assertEquals(2, entries("/status"));
  }

  @Test
  void an_edited_story_keeps_its_entry() throws IOException {
    put(POST, "Ferry");
    poll();
    Publisher publisher = publish(PLAIN);
    String before = text("/feed.atom");
    pass(Duration.ofHours(2));
    web.feeds.put(
        POST.address(),
        "<rss><channel><item><guid>Ferry</guid><title>Post: Ferry, at last</title>"
            + "<description>Changed.</description></item></channel></rss>");
    poll();
    publisher.publish();
    String after = text("/feed.atom");
    assertEquals(List.of("Post: Ferry, at last"), titles("/feed"));
    assertEquals(id(before), id(after));
    assertNotEquals(before, after);
  }

  private static String id(String atom) {
    String entry = atom.substring(atom.indexOf("<entry"));
    return entry.substring(entry.indexOf("<id>"), entry.indexOf("</id>"));
  }

  private Publisher publish(PublishSettings settings) throws IOException {
    Publisher publisher = publisher(settings, new HubPings(List.of(), web, () -> now));
    publisher.publish();
    return publisher;
  }

  private Publisher publisher(PublishSettings settings, HubPings pings) {
    return new Publisher(
        store, settings, SITE, editions, Optional.empty(), pings, () -> now, event -> {});
  }

  /** Both sources send entries of these titles, with other words. */
  private void carry(String... titles) {
    put(POST, titles);
    put(WIRE, titles);
    poll();
  }

  private void put(Source source, String... titles) {
    StringBuilder feed = new StringBuilder("<rss><channel>");
    for (String title : titles) {
      feed.append("<item><guid>").append(title).append("</guid><title>");
      feed.append(source.name()).append(": ").append(title).append("</title></item>");
    }
    web.feeds.put(source.address(), feed.append("</channel></rss>").toString());
  }

  private void poll() {
    pass(Duration.ofHours(2));
    ask();
  }

  private void ask() {
    SourcePoll poll =
        new SourcePoll(
            store,
            web,
            PollSettings.DEFAULT,
            new PollRoom(Duration.ofMillis(1), 8),
            () -> now,
            event -> {});
    ArticleReader reader =
        new ArticleReader(
            store, web, ScrapeSettings.DEFAULT, Duration.ofMillis(1), 8, () -> now, event -> {});
    StoryGrouper grouper =
        new StoryGrouper(
            store, new GroupSettings(Strictness.OFF, Duration.ofDays(7)), () -> now, event -> {});
    for (HostTurn turn : poll.due()) {
      for (ArticleId entry : poll.poll(turn)) {
        reader.read(entry).forEach(grouper::group);
      }
    }
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private static PublishSettings with(OutputSettings... outputs) {
    return new PublishSettings(
        "News", 10, "", Selection.ALL, List.of(outputs), List.of(), true, Optional.empty());
  }

  private static OutputSettings output(String name, String token, int items, Selection selection) {
    return new OutputSettings(name, token, name, items, selection, Optional.empty());
  }

  private static Selection selection(List<String> topics, List<String> sources, List<Rule> rules) {
    return new Selection(topics, sources, List.of(), 0, 100, rules);
  }

  private static Source source(String name, String topic) {
    return new Source(
        name,
        URI.create("https://" + name.toLowerCase() + ".example/feed"),
        List.of(topic),
        new Every.Fixed(Duration.ofHours(1)),
        FullText.NEVER,
        false,
        List.of());
  }

  private String text(String path) {
    return new String(editions.serve(path).orElseThrow().plain(), StandardCharsets.UTF_8);
  }

  private int entries(String path) {
    return text(path + ".atom").split("<entry", -1).length - 1;
  }

  private List<String> titles(String path) {
    List<String> titles = new ArrayList<>();
    String[] entries = text(path + ".atom").split("<entry", -1);
    for (int i = 1; i < entries.length; i++) {
      int at = entries[i].indexOf("<title>") + "<title>".length();
      titles.add(entries[i].substring(at, entries[i].indexOf("</title>", at)));
    }
    return titles;
  }
}
