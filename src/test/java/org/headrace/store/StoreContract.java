package org.headrace.store;

import static org.headrace.store.Samples.HOUR;
import static org.headrace.store.Samples.MINUTE;
import static org.headrace.store.Samples.NOON;
import static org.headrace.store.Samples.entry;
import static org.headrace.store.Samples.page;
import static org.headrace.store.Samples.polled;
import static org.headrace.store.Samples.read;
import static org.headrace.store.Samples.source;
import static org.headrace.store.Samples.withAccess;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.headrace.model.Arrival;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Digest;
import org.headrace.model.Entry;
import org.headrace.model.Every;
import org.headrace.model.Grouping;
import org.headrace.model.HostTurn;
import org.headrace.model.HubOffer;
import org.headrace.model.Marks;
import org.headrace.model.Mention;
import org.headrace.model.NextPoll;
import org.headrace.model.PollState;
import org.headrace.model.Remembered;
import org.headrace.model.Rule;
import org.headrace.model.Source;
import org.headrace.model.SourceId;
import org.headrace.model.Standing;
import org.headrace.model.Story;
import org.headrace.model.StoryId;
import org.headrace.model.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises, whatever database is behind it. */
abstract class StoreContract {
  private static final int THREADS = 8;
  private static final Placing SAME_TEXT = new SameText();

  protected Store store;

  /** Where this test's store is, the same for all calls within one test. */
  abstract StoreSettings settings() throws Exception;

  /** A connection of its own to the same tables. */
  abstract Connection connection() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = Store.open(settings());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void reopen() throws Exception {
    store.close();
    store = Store.open(settings());
  }

  private HostTurn claimOne(Instant now) {
    return store.turns().claim(1, HOUR, now).getFirst();
  }

  /** Polls the one source that is due and returns what waits then. */
  private List<ArticleId> poll(Instant now, PolledEntry... entries) {
    return store.turns().complete(claimOne(now), polled(now, entries), now).orElseThrow();
  }

  private void readAs(ArticleId id, String text, Instant now) {
    ArticleWork work = store.articles().claim(id, HOUR, now).orElseThrow();
    assertTrue(store.articles().keep(work, read(work, text), now));
  }

  /** One more source carries one more entry, which is read and grouped. */
  private StoryId carry(String host, String title, String text, Instant now) {
    List<Source> listed =
        new ArrayList<>(store.sources().all().stream().map(SourceStatus::source).toList());
    listed.add(source(host, "topic of " + host));
    store.sources().sync(listed, now);
    ArticleId id = poll(now, entry("key", title)).getFirst();
    readAs(id, text, now);
    return store.stories().place(id, SAME_TEXT, now).orElseThrow();
  }

  private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<T> results = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    }
  }

  private static <T> List<T> eightTimes(Callable<T> task) throws Exception {
    return atOnce(Collections.nCopies(THREADS, task));
  }

  // words and digests

  @Test
  void a_story_is_found_by_its_words_whatever_their_case_and_accents() {
    StoryId cafe = carry("a.example", "Café am Fluß", "The old weir was MEASURED twice.", NOON);
    StoryId mill = carry("b.example", "水車が回る", "A mill wheel turns.", NOON.plus(MINUTE));
    assertFalse(store.search().catchUp());
    assertEquals(List.of(cafe), store.search().find("cafe", 10));
    assertEquals(List.of(cafe), store.search().find("Weir measured", 10));
    assertEquals(List.of(mill), store.search().find("水車", 10));
    assertEquals(List.of(mill), store.search().find("b.example", 10), "by its source");
    assertEquals(List.of(mill, cafe), store.search().find("a.writer", 10), "by its author");
    assertEquals(List.of(mill), store.search().find("mil", 10), "the last word may go on");
    assertEquals(List.of(), store.search().find("mil wheel", 10), "any other may not");
    assertEquals(List.of(), store.search().find("weir mill", 10));
    assertEquals(List.of(mill), store.search().find("writer", 1), "the latest first");
  }

  @Test
  void nothing_that_is_asked_for_breaks_the_search() {
    carry("a.example", "Title", "text", NOON);
    store.search().catchUp();
    for (String query :
        List.of(
            "", " ", "\"", "text\" OR \"", "' & '", "*", "a:* | b", "\u0000\uD800", "(((", "-")) {
      store.search().find(query, 10);
    }
    assertEquals(1, store.search().find("x OR text".substring(5), 10).size());
  }

  @Test
  void words_follow_the_text_and_go_with_the_story() {
    StoryId story = carry("a.example", "First", "about herrings", NOON);
    store.search().catchUp();
    ArticleId revised = poll(NOON.plus(HOUR), entry("key", "Second")).getFirst();
    readAs(revised, "about eels", NOON.plus(HOUR));
    store.stories().place(revised, SAME_TEXT, NOON.plus(HOUR));
    assertEquals(List.of(story), store.search().find("herrings", 10), "not yet");
    store.search().catchUp();
    assertEquals(List.of(), store.search().find("herrings", 10));
    assertEquals(List.of(story), store.search().find("second eels", 10));
    store.sources().sync(List.of(), NOON.plus(HOUR));
    store.articles().forget(NOON.plus(HOUR.multipliedBy(5)));
    store.search().forget();
    assertEquals(List.of(), store.search().find("eels", 10));
  }

  @Test
  void a_mark_changes_with_its_story_and_with_nothing_else() {
    StoryId first = carry("a.example", "First", "one", NOON);
    StoryId second = carry("b.example", "Second", "two", NOON.plus(MINUTE));
    List<StoryMark> before = store.stories().marks(10, List.of(), Optional.empty());
    assertEquals(List.of(second, first), before.stream().map(StoryMark::id).toList());
    assertEquals(first, carry("c.example", "Third", "one", NOON.plus(MINUTE.multipliedBy(2))));
    List<StoryMark> after = store.stories().marks(10, List.of(), Optional.empty());
    assertEquals(before.get(0), after.get(0));
    assertEquals(2, after.get(1).articles());
    assertTrue(after.get(1).decided() > before.get(1).decided());
    assertEquals(
        List.of(first),
        store.stories().marks(10, List.of(), Optional.of(after.get(0))).stream()
            .map(StoryMark::id)
            .toList());
    assertEquals(
        List.of(first),
        store.stories().marks(10, List.of("topic of c.example"), Optional.empty()).stream()
            .map(StoryMark::id)
            .toList());
    assertEquals(
        List.of("First"),
        store.stories().read(List.of(first)).stream()
            .map(story -> story.face().title().value())
            .toList());
  }

  @Test
  void stories_are_found_by_when_they_began() {
    StoryId first = carry("a.example", "First", "one", NOON);
    StoryId second = carry("b.example", "Second", "two", NOON.plus(MINUTE.multipliedBy(20)));
    Instant between = NOON.plus(MINUTE);
    assertEquals(
        List.of(first),
        store.stories().begun(NOON, between, 9, List.of()).stream().map(StoryMark::id).toList());
    assertEquals(Optional.of(NOON), store.stories().lastBefore(between, List.of()));
    assertEquals(
        Optional.of(NOON.plus(MINUTE.multipliedBy(20))),
        store.stories().firstFrom(between, List.of()));
    assertEquals(
        Optional.empty(), store.stories().lastBefore(between, List.of("topic of b.example")));
    assertEquals(
        List.of(second),
        store.stories().begun(between, NOON.plus(HOUR.multipliedBy(99)), 9, List.of()).stream()
            .map(StoryMark::id)
            .toList());
  }

  @Test
  void a_digest_is_kept_once_for_a_day() {
    LocalDate day = LocalDate.parse("2026-11-23");
    Digest.Line line = new Digest.Line("Title", Optional.of("https://a.example/1"), "A", "");
    Digest digest = new Digest("morning", day, NOON, List.of(line));
    assertFalse(store.digests().has("morning", day));
    store.digests().keep(digest);
    store.digests().keep(new Digest("morning", day, NOON.plus(HOUR), List.of()));
    assertTrue(store.digests().has("morning", day));
    assertEquals(List.of(digest), store.digests().newest("morning", 5));
    assertEquals(List.of(), store.digests().newest("evening", 5));
    store.digests().forget(NOON.plus(HOUR));
    assertEquals(List.of(), store.digests().newest("morning", 5));
  }

  // the store itself

  @Test
  void what_was_kept_is_there_after_closing() throws Exception {
    StoryId story = carry("a.example", "Title", "text", NOON);
    reopen();
    assertEquals("Title", store.stories().find(story).orElseThrow().face().title().value());
    assertEquals(1, store.sources().all().size());
  }

  @Test
  void a_probe_writes_and_reads() {
    store.probe();
    store.probe();
  }

  @Test
  void a_store_of_a_newer_program_is_refused() throws Exception {
    store.close();
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into flyway_schema_history (installed_rank, version, description, type, script,"
              + " checksum, installed_by, installed_on, execution_time, success)"
              + " select 1000, '999', 'later', type, 'V999__later.sql', 1, installed_by,"
              + " installed_on, 1, success from flyway_schema_history where version = '1'");
    }
    StoreException refused = assertThrows(StoreException.class, () -> Store.open(settings()));
    assertTrue(refused.getMessage().contains("newer Headrace"), refused.getMessage());
    assertTrue(refused.getMessage().contains("999"), refused.getMessage());
  }

  @Test
  void a_closed_store_says_so() {
    store.close();
    assertThrows(StoreException.class, store::probe);
    store.close();
  }

  // sources

  @Test
  void new_sources_are_due_at_once_and_kept_as_listed() {
    Source cron =
        source(
            URI.create("https://b.example/feed?q=%C3%A4"),
            new Every.Cron("0 0 6 * * ?", ZoneId.of("Europe/Berlin")),
            "news",
            "Wetter in Köln");
    Source auto = source(URI.create("https://a.example/feed"), new Every.Auto());
    store.sources().sync(List.of(cron, auto, cron), NOON);
    List<SourceStatus> all = store.sources().all();
    assertEquals(List.of(cron, auto), all.stream().map(SourceStatus::source).toList());
    assertEquals(Optional.of(NOON), all.getFirst().nextPoll());
    assertEquals(PollState.NEW, all.getFirst().state());
    assertEquals(2, store.turns().dueNow(NOON));
    assertEquals(List.of("Wetter in Köln", "news"), store.stories().topics());
  }

  @Test
  void what_is_no_longer_listed_is_paused_and_comes_back() {
    store.sources().sync(List.of(source("a.example"), source("b.example")), NOON);
    poll(NOON, entry("1", "One"));
    store.sources().sync(List.of(source("b.example")), NOON);
    SourceStatus paused = store.sources().all().getLast();
    assertTrue(paused.paused());
    assertEquals(Optional.empty(), paused.nextPoll());
    assertTrue(
        store.turns().claim(9, HOUR, NOON.plus(HOUR)).stream()
            .allMatch(turn -> turn.source().equals(source("b.example"))));
    store.sources().sync(List.of(source("a.example"), source("b.example")), NOON.plus(HOUR));
    SourceStatus back = store.sources().all().getFirst();
    assertFalse(back.paused());
    assertEquals(source("a.example"), back.source());
    assertEquals(Optional.of(NOON.plus(HOUR)), back.nextPoll());
    assertTrue(
        back.state().validators().isEmpty(), "it is asked for all of it: much may be forgotten");
  }

  @Test
  void a_source_asked_at_other_times_is_due_at_once() {
    store.sources().sync(List.of(source("a.example")), NOON);
    poll(NOON);
    Instant later = NOON.plus(Duration.ofMinutes(30));
    store.sources().sync(List.of(source("a.example")), later);
    assertEquals(0, store.turns().dueNow(later));
    Source changed = source(URI.create("https://a.example/feed"), new Every.Auto());
    store.sources().sync(List.of(changed), later);
    assertEquals(changed, claimOne(later).source());
  }

  @Test
  void a_source_asked_in_another_way_is_asked_for_all_of_it() {
    Source plain = source("a.example");
    Source named = withAccess(plain, "Mill/1");
    store.sources().sync(List.of(plain), NOON);
    poll(NOON);
    store.sources().sync(List.of(named), NOON);
    SourceStatus changed = store.sources().all().getFirst();
    assertEquals(named, changed.source());
    assertTrue(changed.state().validators().isEmpty());
    assertEquals(Optional.of(NOON), changed.nextPoll());
  }

  @Test
  void what_another_parser_read_is_read_anew() {
    store.sources().sync(List.of(source("a.example")), NOON);
    store.sources().readBy(1);
    poll(NOON);
    PollState before = store.sources().all().getFirst().state();
    store.sources().readBy(1);
    assertEquals(before, store.sources().all().getFirst().state());
    store.sources().readBy(2);
    PollState after = store.sources().all().getFirst().state();
    assertTrue(after.validators().isEmpty());
    assertEquals(0, after.bodyHash());
    assertEquals(before.interval(), after.interval());
  }

  @Test
  void a_poll_that_ends_after_its_source_was_changed_keeps_the_new_time() {
    store.sources().sync(List.of(source("a.example")), NOON);
    HostTurn turn = claimOne(NOON);
    Source changed = source(URI.create("https://a.example/feed"), new Every.Auto());
    store.sources().sync(List.of(changed), NOON);
    assertTrue(store.turns().complete(turn, polled(NOON), NOON).isPresent());
    assertEquals(Optional.of(NOON), store.sources().all().getFirst().nextPoll());
    assertEquals("read", store.sources().all().getFirst().state().words());
    assertEquals(0, store.turns().dueNow(NOON), "the host is left alone for its gap");
    assertEquals(1, store.turns().dueNow(NOON.plus(MINUTE)));
  }

  @Test
  void a_source_the_operator_may_have_to_look_at_is_found_until_it_answers_again() {
    store.sources().sync(List.of(source("a.example"), source("b.example")), NOON);
    assertEquals(List.of(), store.sources().troubled());
    HostTurn turn = claimOne(NOON);
    Polled well = polled(NOON);
    NextPoll never = new NextPoll(NextPoll.NEVER, HOUR, "gone for good");
    Polled gone = new Polled(List.of(), well.state(), never, MINUTE);
    store.turns().complete(turn, gone, NOON).orElseThrow();
    poll(NOON);
    SourceStatus found = store.sources().troubled().getFirst();
    assertEquals(List.of(turn.source()), List.of(found.source()));
    assertEquals("gone for good", found.nextReason());
    assertTrue(store.sources().askNow(turn.id(), NOON));
    poll(NOON.plus(HOUR));
    poll(NOON.plus(HOUR));
    assertEquals(List.of(), store.sources().troubled());
  }

  // turns

  @Test
  void under_many_threads_each_host_is_claimed_once() throws Exception {
    List<Source> hosts =
        IntStream.range(0, 100).mapToObj(i -> source("host" + i + ".example")).toList();
    store.sources().sync(hosts, NOON);
    List<String> claimed = Collections.synchronizedList(new ArrayList<>());
    eightTimes(
        () -> {
          List<HostTurn> turns = store.turns().claim(7, HOUR, NOON);
          while (!turns.isEmpty()) {
            turns.forEach(turn -> claimed.add(turn.host()));
            turns = store.turns().claim(7, HOUR, NOON);
          }
          return true;
        });
    // a claim may pass over what another is just taking, so the rest is taken now
    store.turns().claim(100, HOUR, NOON).forEach(turn -> claimed.add(turn.host()));
    assertEquals(100, claimed.size());
    assertEquals(100, Set.copyOf(claimed).size());
  }

  @Test
  void sources_of_one_host_take_turns_with_a_gap_between() {
    Source first = source(URI.create("https://a.example/1"), new Every.Fixed(HOUR));
    Source second = source(URI.create("https://a.example/2"), new Every.Fixed(HOUR));
    store.sources().sync(List.of(first, second), NOON);
    List<HostTurn> turns = store.turns().claim(9, HOUR, NOON);
    assertEquals(1, turns.size());
    assertTrue(store.turns().complete(turns.getFirst(), polled(NOON), NOON).isPresent());
    assertEquals(List.of(), store.turns().claim(9, HOUR, NOON));
    HostTurn other = claimOne(NOON.plus(MINUTE));
    assertEquals(Set.of(first, second), Set.of(turns.getFirst().source(), other.source()));
  }

  @Test
  void turns_that_end_together_are_each_kept_as_if_alone() throws Exception {
    List<Source> hosts =
        IntStream.range(0, 40).mapToObj(i -> source("host" + i + ".example")).toList();
    Source twin = source(URI.create("https://host1.example/second"), new Every.Fixed(HOUR));
    List<Source> listed = new ArrayList<>(hosts);
    listed.add(twin);
    store.sources().sync(listed, NOON);
    List<HostTurn> turns = store.turns().claim(100, HOUR, NOON);
    assertEquals(40, turns.size());
    HostTurn lost = turn(turns, "host2.example");
    store.turns().release(lost, NOON);
    HostTurn edited = turn(turns, "host3.example");
    HostTurn dropped = turn(turns, "host4.example");
    listed.set(3, source(edited.source().address(), new Every.Auto()));
    listed.remove(dropped.source());
    store.sources().sync(listed, NOON);
    List<Callable<Boolean>> ends = new ArrayList<>();
    for (HostTurn turn : turns) {
      ends.add(
          () -> store.turns().complete(turn, polled(NOON), NOON).isPresent() || turn.equals(lost));
    }
    assertTrue(atOnce(ends).stream().allMatch(kept -> kept));
    assertEquals(Optional.empty(), store.turns().complete(lost, polled(NOON), NOON));
    Instant gap = NOON.plus(MINUTE);
    Set<String> dueSoon = Set.of("host1.example", "host2.example", "host3.example");
    List<HostTurn> soon = store.turns().claim(100, HOUR, gap);
    assertEquals(dueSoon, soon.stream().map(HostTurn::host).collect(Collectors.toSet()));
    assertEquals(List.of(twin.id()), List.of(turn(soon, "host1.example").id()));
    assertEquals(PollState.NEW, turn(soon, "host2.example").state());
    assertEquals("read", turn(soon, "host3.example").state().words());
    assertEquals(36, store.turns().claim(100, HOUR, NOON.plus(HOUR)).size());
    SourceStatus kept = store.sources().find(turns.getLast().id()).orElseThrow();
    assertEquals(polled(NOON).state(), kept.state());
    assertEquals(Optional.of(NOON.plus(HOUR)), kept.nextPoll());
    assertEquals("every hour", kept.nextReason());
  }

  private static HostTurn turn(List<HostTurn> turns, String host) {
    return turns.stream().filter(turn -> turn.host().equals(host)).findFirst().orElseThrow();
  }

  @Test
  void a_turn_that_is_lost_changes_nothing() {
    store.sources().sync(List.of(source("a.example")), NOON);
    HostTurn late = claimOne(NOON);
    Instant afterLease = NOON.plus(HOUR);
    HostTurn owner = claimOne(afterLease);
    assertFalse(store.turns().renew(late, afterLease.plus(HOUR)));
    store.turns().release(late, afterLease);
    assertEquals(
        Optional.empty(),
        store.turns().complete(late, polled(afterLease, entry("1", "One")), afterLease));
    assertEquals(PollState.NEW, store.sources().all().getFirst().state());
    assertEquals(0, store.stories().counts().articles());
    assertTrue(store.turns().renew(owner, afterLease.plus(HOUR)));
    assertEquals(List.of(), store.turns().claim(9, HOUR, afterLease));
    assertTrue(store.turns().complete(owner, polled(afterLease), afterLease).isPresent());
  }

  @Test
  void a_turn_is_completed_once() throws Exception {
    store.sources().sync(List.of(source("a.example")), NOON);
    HostTurn turn = claimOne(NOON);
    List<Optional<List<ArticleId>>> outcomes =
        eightTimes(() -> store.turns().complete(turn, polled(NOON, entry("1", "One")), NOON));
    assertEquals(1, outcomes.stream().filter(Optional::isPresent).count());
    assertEquals(1, store.stories().counts().articles());
  }

  @Test
  void a_turn_given_back_is_due_again() {
    store.sources().sync(List.of(source("a.example")), NOON);
    store.turns().release(claimOne(NOON), NOON);
    assertEquals(1, store.turns().dueNow(NOON));
    assertTrue(claimOne(NOON).fence() > 1);
  }

  @Test
  void a_document_brings_in_what_is_new_or_revised() {
    Source one = source("a.example");
    store.sources().sync(List.of(one), NOON);
    List<ArticleId> first = poll(NOON, entry("1", "One"), entry("2", "Two"), entry("1", "Twice"));
    assertEquals(2, first.size());
    assertEquals(
        Map.of("1", entry("1", "One").version(), "2", entry("2", "Two").version()),
        store
            .articles()
            .versions(
                one.id(), List.of(entry("1", "Any"), entry("2", "Other"), entry("3", "New"))));
    Instant later = NOON.plus(HOUR);
    List<ArticleId> second =
        poll(later, entry("3", "Three"), entry("2", "Two"), entry("1", "One, corrected"));
    assertEquals(2, second.size());
    assertEquals(first.getFirst(), second.getLast(), "a revised entry keeps its id");
    ArticleWork work = store.articles().claim(second.getLast(), HOUR, later).orElseThrow();
    assertEquals("One, corrected", work.entry().title());
    assertEquals(NOON, work.seen());
    assertEquals(3, store.sources().all().getFirst().articles());
  }

  @Test
  void a_long_document_with_hostile_keys_is_taken_in_whole() {
    store.sources().sync(List.of(source("a.example")), NOON);
    PolledEntry[] entries =
        IntStream.range(0, 1200)
            .mapToObj(i -> entry(i + "\u0000\ud800" + "k".repeat(5000), "T\u0000\udfff" + i))
            .toArray(PolledEntry[]::new);
    List<ArticleId> ids = poll(NOON, entries);
    assertEquals(1200, Set.copyOf(ids).size());
    readAs(ids.getFirst(), "text \u0000 text", NOON);
    assertTrue(store.stories().place(ids.getFirst(), SAME_TEXT, NOON).isPresent());
    assertEquals(1, store.stories().newest(5, Optional.empty()).size());
    assertEquals(
        1200, store.articles().versions(source("a.example").id(), Arrays.asList(entries)).size());
  }

  // pages

  private List<PageTurn> pages(Instant now) {
    return store.pages().claim(9, HOUR, now);
  }

  private void end(PageTurn turn, Instant now) {
    store.pages().end(turn, MINUTE, now);
  }

  @Test
  void pages_wait_for_their_hosts_and_take_turns_with_feeds() {
    store.sources().sync(List.of(source("a.example")), NOON);
    assertEquals(List.of(), poll(NOON, page("1", "a.example"), page("2", "a.example")));
    assertEquals(2, store.articles().unfinished(NOON));
    assertEquals(List.of(), pages(NOON), "the host is left alone for its gap");
    Instant now = NOON.plus(MINUTE);
    PageTurn first = pages(now).getFirst();
    assertEquals("1", first.work().entry().id());
    assertEquals(List.of(), pages(now), "one page of a host at a time");
    Instant pollDue = NOON.plus(HOUR);
    assertTrue(store.pages().renew(first, pollDue.plus(HOUR)));
    assertEquals(List.of(), store.turns().claim(9, HOUR, pollDue), "nor a feed beside it");
    assertTrue(store.articles().keep(first.work(), read(first.work(), "text"), pollDue));
    end(first, pollDue);
    Instant next = pollDue.plus(MINUTE);
    assertEquals("2", pages(next).getFirst().work().entry().id(), "it waits longer than the feed");
    assertEquals(List.of(), store.turns().claim(9, HOUR, next));
  }

  @Test
  void a_feed_that_waits_longer_goes_before_a_page() {
    store.sources().sync(List.of(source("a.example"), source("b.example")), NOON);
    for (HostTurn turn : store.turns().claim(9, HOUR, NOON)) {
      PolledEntry[] entries =
          turn.host().equals("a.example")
              ? new PolledEntry[0]
              : new PolledEntry[] {page("1", "a.example")};
      Instant now = turn.host().equals("a.example") ? NOON : NOON.plus(Duration.ofHours(2));
      assertTrue(store.turns().complete(turn, polled(now, entries), now).isPresent());
    }
    Instant later = NOON.plus(Duration.ofHours(3));
    assertEquals(List.of(), pages(later));
    assertEquals(
        "a.example",
        store.turns().claim(1, HOUR, later).stream().map(HostTurn::host).findFirst().orElse(""));
  }

  @Test
  void a_page_of_a_host_without_a_source_has_its_turns_too() {
    store.sources().sync(List.of(source("a.example")), NOON);
    poll(NOON, page("1", "press.example"), page("2", "press.example"), page("3", "b.example"));
    List<PageTurn> turns = pages(NOON);
    assertEquals(
        Set.of("press.example", "b.example"),
        turns.stream().map(PageTurn::host).collect(Collectors.toSet()));
    assertEquals(List.of(), pages(NOON));
  }

  @Test
  void a_page_whose_reader_died_is_read_by_another() {
    store.sources().sync(List.of(source("a.example")), NOON);
    poll(NOON, page("1", "press.example"));
    PageTurn late = pages(NOON).getFirst();
    Instant lapsed = NOON.plus(HOUR);
    PageTurn owner = pages(lapsed).getFirst();
    assertEquals(1, owner.work().attempts());
    assertFalse(store.pages().renew(late, lapsed.plus(HOUR)));
    assertFalse(store.articles().keep(late.work(), read(late.work(), "late"), lapsed));
    end(late, lapsed);
    assertEquals(List.of(), pages(lapsed), "who is late frees nothing");
    assertTrue(store.articles().keep(owner.work(), read(owner.work(), "text"), lapsed));
    end(owner, lapsed);
    assertEquals(List.of(), pages(lapsed.plus(HOUR)));
  }

  @Test
  void a_page_put_off_has_cost_no_attempt_and_a_postponed_one_has() {
    store.sources().sync(List.of(source("a.example")), NOON);
    poll(NOON, page("1", "press.example"));
    Instant now = NOON;
    PageTurn turn = pages(now).getFirst();
    store.articles().putOff(turn.work(), now.plus(HOUR), "it rests");
    end(turn, now);
    assertEquals(List.of(), pages(now.plus(MINUTE)));
    now = now.plus(HOUR);
    turn = pages(now).getFirst();
    assertEquals(0, turn.work().attempts());
    store.articles().postpone(turn.work(), now.plus(HOUR), "it fails");
    end(turn, now);
    assertEquals(1, pages(now.plus(HOUR)).getFirst().work().attempts());
  }

  @Test
  void who_waits_for_a_host_that_wants_long_rest_goes_on_without_its_page() {
    store.sources().sync(List.of(source("a.example")), NOON);
    poll(NOON, page("1", "press.example"), page("2", "press.example"));
    PageTurn turn = pages(NOON).getFirst();
    assertTrue(store.articles().keep(turn.work(), read(turn.work(), "text"), NOON));
    store.pages().end(turn, Duration.ofHours(3), NOON);
    assertEquals(
        Map.of("press.example", NOON.plus(Duration.ofHours(3))),
        store.turns().resting(NOON.plus(HOUR)));
    store.pages().giveUp(Duration.ofHours(4), NOON);
    assertEquals(List.of(), store.articles().lapsedUnread(9, HOUR, NOON));
    store.pages().giveUp(HOUR, NOON);
    assertEquals(1, store.articles().lapsedUnread(9, HOUR, NOON).size());
    assertEquals(List.of(), pages(NOON.plus(Duration.ofHours(4))));
  }

  @Test
  void under_many_threads_each_page_host_is_claimed_once() throws Exception {
    store.sources().sync(List.of(source("a.example")), NOON);
    PolledEntry[] entries =
        IntStream.range(0, 60)
            .mapToObj(i -> page("" + i, "host" + i % 30 + ".example"))
            .toArray(PolledEntry[]::new);
    poll(NOON, entries);
    List<String> claimed = Collections.synchronizedList(new ArrayList<>());
    eightTimes(
        () -> {
          for (int i = 0; i < 20; i++) {
            store.pages().claim(7, HOUR, NOON).forEach(turn -> claimed.add(turn.host()));
          }
          return true;
        });
    store.pages().claim(100, HOUR, NOON).forEach(turn -> claimed.add(turn.host()));
    assertEquals(30, claimed.size());
    assertEquals(30, Set.copyOf(claimed).size());
  }

  // articles

  @Test
  void an_entry_is_read_by_one_at_a_time() throws Exception {
    store.sources().sync(List.of(source("a.example")), NOON);
    ArticleId id = poll(NOON, entry("1", "One")).getFirst();
    List<Optional<ArticleWork>> works = eightTimes(() -> store.articles().claim(id, HOUR, NOON));
    assertEquals(1, works.stream().filter(Optional::isPresent).count());
    ArticleWork late = works.stream().flatMap(Optional::stream).findFirst().orElseThrow();
    Instant afterLease = NOON.plus(HOUR);
    ArticleWork owner = store.articles().claim(id, HOUR, afterLease).orElseThrow();
    assertEquals(1, owner.attempts());
    assertFalse(store.articles().keep(late, read(late, "late"), afterLease));
    store.articles().postpone(late, afterLease, "late");
    assertTrue(store.articles().keep(owner, read(owner, "owner"), afterLease));
    assertFalse(store.articles().keep(owner, read(owner, "again"), afterLease));
    assertEquals("owner", store.articles().find(id).orElseThrow().text());
    assertEquals(Optional.empty(), store.articles().claim(id, HOUR, afterLease));
  }

  @Test
  void what_is_postponed_waits_its_time() {
    store.sources().sync(List.of(source("a.example")), NOON);
    ArticleId id = poll(NOON, entry("1", "One")).getFirst();
    ArticleWork work = store.articles().claim(id, MINUTE, NOON).orElseThrow();
    assertEquals(0, work.attempts());
    store.articles().postpone(work, NOON.plus(HOUR), "the page is slow");
    assertEquals(Optional.empty(), store.articles().claim(id, HOUR, NOON.plus(MINUTE)));
    assertEquals(List.of(), store.articles().lapsedUnread(9, HOUR, NOON.plus(MINUTE)));
    assertEquals(List.of(id), store.articles().lapsedUnread(9, HOUR, NOON.plus(HOUR)));
    assertEquals(1, store.articles().claim(id, HOUR, NOON.plus(HOUR)).orElseThrow().attempts());
  }

  @Test
  void a_message_that_got_lost_is_sent_again_but_not_at_once() {
    store.sources().sync(List.of(source("a.example")), NOON);
    List<ArticleId> ids = poll(NOON, entry("1", "One"), entry("2", "Two"));
    Instant lapsed = NOON.plus(ArticleTable.QUEUE_TIME);
    assertEquals(List.of(), store.articles().lapsedUnread(9, HOUR, NOON));
    assertEquals(ids, store.articles().lapsedUnread(9, HOUR, lapsed));
    assertEquals(List.of(), store.articles().lapsedUnread(9, HOUR, lapsed));
    readAs(ids.getFirst(), "text", lapsed);
    assertEquals(List.of(), store.articles().lapsedUngrouped(9, HOUR, lapsed));
    assertEquals(
        List.of(ids.getFirst()), store.articles().lapsedUngrouped(9, HOUR, lapsed.plus(HOUR)));
    assertEquals(1, store.articles().lapsedUnread(1, HOUR, lapsed.plus(HOUR)).size());
  }

  @Test
  void an_entry_revised_while_it_is_read_is_read_again() {
    store.sources().sync(List.of(source("a.example")), NOON);
    ArticleId id = poll(NOON, entry("1", "One")).getFirst();
    ArticleWork old = store.articles().claim(id, Duration.ofHours(9), NOON).orElseThrow();
    Instant later = NOON.plus(HOUR);
    assertEquals(List.of(id), poll(later, entry("1", "One, corrected")));
    assertFalse(store.articles().keep(old, read(old, "old"), later));
    ArticleWork work = store.articles().claim(id, HOUR, later).orElseThrow();
    assertEquals("One, corrected", work.entry().title());
    assertEquals(0, work.attempts());
  }

  @Test
  void an_article_comes_back_as_it_was_kept() {
    store.sources().sync(List.of(source("a.example", "news")), NOON);
    ArticleId id = poll(NOON, entry("1", "One < two & \"three\" \ud83d\ude00")).getFirst();
    assertEquals(Optional.empty(), store.articles().find(id));
    ArticleWork work = store.articles().claim(id, HOUR, NOON).orElseThrow();
    Article article = read(work, "Ein Text.\nNoch einer.").article();
    assertTrue(store.articles().keep(work, read(work, "Ein Text.\nNoch einer."), NOON));
    assertEquals(Optional.of(article), store.articles().find(id));
    StoryId story = store.stories().place(id, SAME_TEXT, NOON).orElseThrow();
    assertEquals(Optional.of(article), store.articles().find(id));
    assertEquals(article, store.stories().find(story).orElseThrow().face());
  }

  @Test
  void what_is_left_out_gets_no_story_until_it_is_revised() {
    store.sources().sync(List.of(source("a.example")), NOON);
    ArticleId id = poll(NOON, entry("1", "One")).getFirst();
    readAs(id, "text", NOON);
    assertTrue(store.articles().leaveOut(id, "a rule says so"));
    assertFalse(store.articles().leaveOut(id, "a rule says so"));
    assertEquals(Optional.empty(), store.stories().place(id, SAME_TEXT, NOON));
    Instant later = NOON.plus(HOUR);
    assertEquals(List.of(), store.articles().lapsedUngrouped(9, HOUR, later));
    assertEquals(List.of(id), poll(later, entry("1", "One, corrected")));
    readAs(id, "text", later);
    assertTrue(store.stories().place(id, SAME_TEXT, later).isPresent());
  }

  // stories

  @Test
  void the_same_text_of_two_sources_is_one_story() {
    StoryId story = carry("a.example", "A title", "the text", NOON);
    StoryId same = carry("b.example", "The better title", "the text", NOON.plusSeconds(9));
    StoryId other = carry("c.example", "Other", "other text", NOON.plusSeconds(10));
    assertEquals(story, same);
    assertEquals(2, store.stories().newest(9, Optional.empty()).size());
    Story shown = store.stories().find(story).orElseThrow();
    assertEquals("The better title", shown.face().title().value());
    assertEquals(
        List.of("The a.example"), shown.alsoIn().stream().map(Mention::sourceName).toList());
    assertEquals(NOON.minus(HOUR), shown.published());
    assertEquals(NOON.minus(HOUR), shown.updated(), "a better copy is no update");
    assertTrue(shown.tag().matches("tag:headrace\\.org,2026-11-23:story/[0-9a-v]+"), shown.tag());
    assertEquals(
        List.of("first", "same-text"),
        store.stories().decisions(story).stream().map(one -> one.grouping().rule()).toList());
    assertEquals(new Counts(3, 3, 2, 1, 3), store.stories().counts());
    assertEquals(
        List.of(story),
        store.stories().newest(9, Optional.of("topic of b.example")).stream()
            .map(Story::id)
            .toList());
    assertEquals(
        List.of(other),
        store.stories().newest(9, Optional.of("topic of c.example")).stream()
            .map(Story::id)
            .toList());
  }

  @Test
  void newest_comes_first_and_never_from_the_future() {
    store.sources().sync(List.of(source("a.example")), NOON);
    List<ArticleId> ids = poll(NOON, entry("1", "Old"), entry("2", "Future"), entry("3", "None"));
    List<Optional<Instant>> published =
        List.of(Optional.of(NOON.minus(HOUR)), Optional.of(NOON.plus(HOUR)), Optional.empty());
    for (int i = 0; i < 3; i++) {
      ArticleWork work = store.articles().claim(ids.get(i), HOUR, NOON).orElseThrow();
      store.articles().keep(work, read(work, "text " + i, published.get(i)), NOON);
      store.stories().place(ids.get(i), SAME_TEXT, NOON.plusSeconds(5)).orElseThrow();
    }
    List<Story> newest = store.stories().newest(9, Optional.empty());
    assertEquals(
        List.of(NOON, NOON, NOON.minus(HOUR)), newest.stream().map(Story::published).toList());
    assertEquals("Old", newest.getLast().face().title().value());
    assertEquals(1, store.stories().newest(1, Optional.empty()).size());
  }

  @Test
  void a_revision_stays_in_its_story_and_updates_it() {
    StoryId story = carry("a.example", "Title", "text", NOON);
    Story before = store.stories().find(story).orElseThrow();
    long order = store.stories().since(0, Instant.MIN, 9).getLast().order();
    Instant later = NOON.plus(HOUR);
    ArticleId id = poll(later, entry("key", "Title, corrected")).getFirst();
    assertEquals(before.face().id(), id);
    assertEquals(before, store.stories().find(story).orElseThrow());
    readAs(id, "another text", later);
    assertEquals(before, store.stories().find(story).orElseThrow());
    assertEquals("another text", store.articles().find(id).orElseThrow().text());
    Placing unasked =
        new Placing() {
          @Override
          public Grouping place(Arrival arrival, Known known) {
            throw new AssertionError("asked for " + arrival);
          }

          @Override
          public Marks marks(Arrival arrival) {
            return Marks.NONE;
          }

          @Override
          public ArticleId face(List<Article> articles) {
            return articles.getFirst().id();
          }
        };
    assertEquals(Optional.of(story), store.stories().place(id, unasked, later));
    Story after = store.stories().find(story).orElseThrow();
    assertEquals("Title, corrected", after.face().title().value());
    assertEquals(before.tag(), after.tag());
    assertEquals(before.published(), after.published());
    assertEquals(later, after.updated());
    List<Remembered> news = store.stories().since(order, Instant.MIN, 9);
    assertEquals(List.of(story), news.stream().map(Remembered::story).toList());
    assertEquals(1, store.stories().decisions(story).size());
  }

  @Test
  void a_revision_with_the_same_words_is_no_update() {
    StoryId story = carry("a.example", "Title", "text", NOON);
    Instant later = NOON.plus(HOUR);
    PolledEntry same = entry("key", "Title");
    ArticleId id = poll(later, new PolledEntry("key", 99, same.entry())).getFirst();
    readAs(id, "text", later);
    store.stories().place(id, SAME_TEXT, later).orElseThrow();
    assertEquals(NOON.minus(HOUR), store.stories().find(story).orElseThrow().updated());
  }

  @Test
  void a_revision_that_comes_while_deciding_is_not_lost() {
    store.sources().sync(List.of(source("a.example")), NOON);
    ArticleId id = poll(NOON, entry("1", "One")).getFirst();
    readAs(id, "text", NOON);
    Instant later = NOON.plus(HOUR);
    poll(later, entry("1", "One, corrected"));
    assertEquals(Optional.empty(), store.stories().place(id, SAME_TEXT, later));
    readAs(id, "corrected", later);
    StoryId story = store.stories().place(id, SAME_TEXT, later).orElseThrow();
    assertEquals(
        "One, corrected", store.stories().find(story).orElseThrow().face().title().value());
  }

  @Test
  void many_deciding_at_once_make_one_story_of_one_text() throws Exception {
    List<Source> hosts =
        IntStream.range(0, 24).mapToObj(i -> source("host" + i + ".example")).toList();
    store.sources().sync(hosts, NOON);
    List<ArticleId> ids = new ArrayList<>();
    for (HostTurn turn : store.turns().claim(24, HOUR, NOON)) {
      ids.addAll(store.turns().complete(turn, polled(NOON, entry("1", "One")), NOON).orElseThrow());
    }
    for (int i = 0; i < ids.size(); i++) {
      readAs(ids.get(i), "text " + i % 3, NOON);
    }
    List<Callable<Optional<StoryId>>> tasks = new ArrayList<>();
    ids.forEach(id -> tasks.add(() -> store.stories().place(id, SAME_TEXT, NOON)));
    ids.forEach(id -> tasks.add(() -> store.stories().place(id, SAME_TEXT, NOON)));
    List<Optional<StoryId>> placed = atOnce(tasks);
    assertEquals(24, placed.stream().filter(Optional::isPresent).count(), "each is placed once");
    assertEquals(new Counts(24, 24, 3, 21, 24), store.stories().counts());
    List<Remembered> decisions = store.stories().since(0, Instant.MIN, 100);
    assertEquals(24, decisions.size());
    assertEquals(
        decisions.stream().map(Remembered::order).sorted().distinct().toList(),
        decisions.stream().map(Remembered::order).toList());
    assertEquals(List.of(), store.stories().since(0, NOON.plus(HOUR), 100));
    assertEquals(
        List.of(7, 7, 7),
        store.stories().newest(9, Optional.empty()).stream()
            .map(story -> story.alsoIn().size())
            .toList());
  }

  @Test
  void what_is_known_is_found_by_address_and_text_while_deciding() {
    StoryId story = carry("a.example", "Title", "text", NOON);
    Article face = store.stories().find(story).orElseThrow().face();
    String address = face.link().orElseThrow().toString();
    Set<String> asked = new HashSet<>();
    Placing asking =
        new Placing() {
          @Override
          public Grouping place(Arrival arrival, Known known) {
            assertEquals(Optional.of(story), known.byAddress(address));
            assertEquals(Optional.empty(), known.byAddress("https://other.example/"));
            assertEquals(Optional.empty(), known.byAddress(""));
            assertEquals(Optional.of(story), known.byText(Samples.fingerprint("text").textHash()));
            assertEquals(Optional.empty(), known.byText(0));
            List<Remembered> decided = new ArrayList<>();
            known.since(0, Instant.EPOCH, decided::add);
            Remembered first = decided.getFirst();
            assertEquals(story, first.story());
            assertEquals("Title".hashCode(), first.marks().tag(0));
            assertEquals(known.latest(), first.seen());
            known.since(first.order(), Instant.EPOCH, other -> fail("what is known comes again"));
            known.since(0, first.seen().plusMillis(1), other -> fail("what is older comes"));
            Arrival kept = known.articles(List.of(first.article())).getFirst();
            assertEquals(address, kept.address());
            assertEquals(Optional.of(NOON.minus(HOUR)), kept.published());
            assertEquals(Samples.fingerprint("text"), kept.fingerprint());
            assertEquals(List.of(), known.articles(List.of(new ArticleId(5))));
            asked.add(arrival.title());
            return new Grouping.Joins(new StoryId(5), first.article(), "odd", 1, "");
          }

          @Override
          public Marks marks(Arrival arrival) {
            return Marks.NONE;
          }

          @Override
          public ArticleId face(List<Article> articles) {
            return new ArticleId(5);
          }
        };
    store.sources().sync(List.of(source("a.example"), source("b.example")), NOON);
    ArticleId id = poll(NOON, entry("2", "Second")).getFirst();
    readAs(id, "second text", NOON);
    StoryId begun = store.stories().place(id, asking, NOON).orElseThrow();
    assertEquals(Set.of("Second"), asked);
    assertFalse(begun.equals(story) || begun.value() == 5, "a story that is not kept is begun");
    assertEquals(id, store.stories().find(begun).orElseThrow().face().id());
  }

  @Test
  void a_decision_that_fails_leaves_everything_as_it_was() {
    StoryId story = carry("a.example", "Title", "text", NOON);
    store.sources().sync(List.of(source("a.example"), source("b.example")), NOON);
    ArticleId id = poll(NOON, entry("1", "One")).getFirst();
    readAs(id, "text", NOON);
    long version = store.stories().version();
    Placing failing =
        new Placing() {
          @Override
          public Grouping place(Arrival arrival, Known known) {
            return new Grouping.Joins(story, arrival.id(), "any", 1, "");
          }

          @Override
          public Marks marks(Arrival arrival) {
            return Marks.NONE;
          }

          @Override
          public ArticleId face(List<Article> articles) {
            throw new IllegalStateException("no face");
          }
        };
    assertThrows(IllegalStateException.class, () -> store.stories().place(id, failing, NOON));
    assertEquals(version, store.stories().version());
    assertEquals(1, store.stories().decisions(story).size());
    assertEquals(Optional.of(story), store.stories().place(id, SAME_TEXT, NOON));
    assertTrue(store.stories().version() > version);
  }

  @Test
  void all_that_wait_are_placed_together_and_each_knows_those_before_it() {
    store.sources().sync(List.of(source("a.example", "News")), NOON);
    List<ArticleId> ids =
        poll(NOON, entry("1", "One"), entry("2", "Two"), entry("3", "Three, too"));
    readAs(ids.get(0), "text", NOON);
    readAs(ids.get(1), "other text", NOON);
    readAs(ids.get(2), "text", NOON);
    long version = store.stories().version();

    List<StoryId> stories = store.stories().placeWaiting(ids.get(2), 9, SAME_TEXT, NOON);

    assertEquals(2, stories.size());
    Story both = store.stories().find(stories.getFirst()).orElseThrow();
    assertEquals(ids.get(2), both.face().id(), "the longest title is shown");
    assertEquals(2, store.stories().decisions(both.id()).size());
    assertEquals(2, store.stories().newest(9, Optional.of("News")).size());
    assertEquals(version + 3, store.stories().version());
    assertEquals(
        List.of(version + 1, version + 2, version + 3),
        store.stories().since(version, Instant.MIN, 9).stream().map(Remembered::order).toList());
    assertEquals(List.of(), store.stories().placeWaiting(ids.get(0), 9, SAME_TEXT, NOON));
  }

  @Test
  void no_more_are_placed_together_than_is_wanted_and_the_wanted_one_is_among_them() {
    store.sources().sync(List.of(source("a.example")), NOON);
    List<ArticleId> ids = poll(NOON, entry("1", "One"), entry("2", "Two"), entry("3", "Three"));
    ids.forEach(id -> readAs(id, "text of " + id, NOON));

    assertEquals(2, store.stories().placeWaiting(ids.get(2), 2, SAME_TEXT, NOON).size());
    assertEquals(List.of(), store.stories().placeWaiting(ids.get(2), 2, SAME_TEXT, NOON));
    assertEquals(1, store.articles().unfinished(NOON));
  }

  @Test
  void of_those_placed_together_none_is_if_one_fails() {
    store.sources().sync(List.of(source("a.example")), NOON);
    List<ArticleId> ids = poll(NOON, entry("1", "One"), entry("2", "Two"));
    ids.forEach(id -> readAs(id, "text of " + id, NOON));
    long version = store.stories().version();
    List<Remembered> told = new ArrayList<>();
    Placing failing =
        new Placing() {
          @Override
          public Grouping place(Arrival arrival, Known known) {
            if (!told.isEmpty()) {
              throw new IllegalStateException("this one cannot be decided about");
            }
            return SAME_TEXT.place(arrival, known);
          }

          @Override
          public void placed(Remembered decision, Grouping grouping) {
            told.add(decision);
          }

          @Override
          public Marks marks(Arrival arrival) {
            return Marks.NONE;
          }

          @Override
          public ArticleId face(List<Article> articles) {
            return articles.getFirst().id();
          }
        };
    assertThrows(
        IllegalStateException.class,
        () -> store.stories().placeWaiting(ids.getFirst(), 9, failing, NOON));
    assertEquals(1, told.size());
    assertEquals(List.of(), store.stories().since(version, Instant.MIN, 9));
    assertEquals(2, store.stories().placeWaiting(ids.getFirst(), 9, SAME_TEXT, NOON).size());
  }

  @Test
  void what_a_rule_refuses_is_left_out_while_others_are_placed() {
    store.sources().sync(List.of(source("a.example"), ruled("b.example")), NOON);
    ArticleId wanted = poll(NOON, entry("1", "One")).getFirst();
    ArticleId unwanted = poll(NOON, entry("2", "Two")).getFirst();
    readAs(wanted, "text", NOON);
    readAs(unwanted, "other text", NOON);
    Placing ruling =
        new Placing() {
          @Override
          public Optional<String> objection(Article article, List<Rule> rules) {
            assertEquals(unwanted, article.id(), "rules are those of the source");
            return Optional.of("a rule says so");
          }

          @Override
          public Grouping place(Arrival arrival, Known known) {
            return SAME_TEXT.place(arrival, known);
          }

          @Override
          public Marks marks(Arrival arrival) {
            return Marks.NONE;
          }

          @Override
          public ArticleId face(List<Article> articles) {
            return articles.getFirst().id();
          }
        };
    assertEquals(1, store.stories().placeWaiting(wanted, 9, ruling, NOON).size());
    assertEquals(0, store.articles().unfinished(NOON));
    assertEquals(1, store.stories().newest(9, Optional.empty()).size());
  }

  private static Source ruled(String host) {
    Source plain = source(host);
    Rule rule = new Rule(Rule.Effect.DROP, 1, List.of(new Rule.Condition.ShorterThan(3)));
    return new Source(
        plain.name(),
        plain.address(),
        plain.topics(),
        plain.every(),
        plain.fullText(),
        plain.privateNetwork(),
        List.of(rule));
  }

  @Test
  void a_revision_placed_with_others_comes_after_them() {
    StoryId story = carry("a.example", "Title", "text", NOON);
    Instant later = NOON.plus(HOUR);
    store.sources().sync(List.of(source("a.example")), later);
    List<ArticleId> ids = poll(later, entry("key", "Title, corrected"), entry("2", "Second"));
    ids.forEach(id -> readAs(id, "text of " + id, later));
    long version = store.stories().version();

    List<StoryId> changed = store.stories().placeWaiting(ids.getFirst(), 9, SAME_TEXT, later);

    assertEquals(2, changed.size());
    assertEquals(story, changed.getLast());
    assertEquals(story, store.stories().since(version, Instant.MIN, 9).getLast().story());
    assertEquals(later, store.stories().find(story).orElseThrow().updated());
  }

  @Test
  void many_nodes_place_what_waits_once_each() throws Exception {
    store.sources().sync(List.of(source("a.example")), NOON);
    List<ArticleId> ids = new ArrayList<>();
    PolledEntry[] entries = new PolledEntry[40];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = entry("e" + i, "Title " + i);
    }
    ids.addAll(poll(NOON, entries));
    for (int i = 0; i < ids.size(); i++) {
      readAs(ids.get(i), "text " + i % 10, NOON);
    }
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (ArticleId id : ids) {
      tasks.add(() -> store.stories().placeWaiting(id, 7, SAME_TEXT, NOON).size());
    }
    atOnce(tasks);
    List<Remembered> decisions = store.stories().since(0, Instant.MIN, 100);
    assertEquals(40, decisions.size());
    assertEquals(40, decisions.stream().map(Remembered::order).distinct().count());
    assertEquals(10, store.stories().newest(100, Optional.empty()).size());
  }

  @Test
  void other_topics_of_a_source_file_its_stories_anew() {
    StoryId story = carry("a.example", "Title", "text", NOON);
    long version = store.stories().version();
    store.sources().sync(List.of(source("a.example", "sport")), NOON);
    assertEquals(List.of("sport"), store.stories().topics());
    assertEquals(story, store.stories().newest(9, Optional.of("sport")).getFirst().id());
    assertEquals(List.of(), store.stories().newest(9, Optional.of("topic of a.example")));
    assertTrue(store.stories().version() > version);
  }

  // retention

  @Test
  void what_no_feed_carries_any_more_is_forgotten() {
    StoryId left = carry("a.example", "Left", "left", NOON);
    StoryId stays = carry("b.example", "Stays", "stays", NOON);
    Instant later = NOON.plus(Duration.ofDays(40));
    // one source has another document, the other always says that nothing changed
    for (HostTurn turn : store.turns().claim(9, HOUR, later)) {
      boolean first = turn.source().equals(source("a.example", "topic of a.example"));
      PolledEntry[] entries = first ? new PolledEntry[] {entry("new", "New")} : new PolledEntry[0];
      assertTrue(store.turns().complete(turn, polled(later, entries), later).isPresent());
    }
    assertEquals(0, store.articles().forget(NOON));
    assertEquals(1, store.articles().forget(later.minus(Duration.ofDays(30))));
    assertEquals(Optional.empty(), store.stories().find(left));
    assertTrue(store.stories().find(stays).isPresent(), "it still stands in its feed");
    assertEquals(
        List.of(stays),
        store.stories().newest(9, Optional.empty()).stream().map(Story::id).toList());
    store.sources().sync(List.of(), later);
    assertEquals(1, store.articles().forget(later));
    assertEquals(Optional.empty(), store.stories().find(stays));
    assertEquals(List.of(), store.stories().newest(9, Optional.of("topic of b.example")));
  }

  @Test
  void a_document_with_the_news_alone_leaves_the_others_listed() {
    StoryId old = carry("a.example", "Old", "old", NOON);
    Instant later = NOON.plus(Duration.ofDays(40));
    Polled news = polled(later, entry("new", "New"));
    Polled partial = new Polled(news.entries(), news.state(), news.next(), news.gap(), true);
    assertEquals(1, store.turns().complete(claimOne(later), partial, later).orElseThrow().size());
    assertEquals(0, store.articles().forget(later.minus(Duration.ofDays(30))));
    assertTrue(store.stories().find(old).isPresent());
  }

  @Test
  void a_story_is_kept_while_one_of_its_articles_is() {
    StoryId story = carry("a.example", "Old", "text", NOON);
    carry("b.example", "New", "text", NOON.plus(MINUTE));
    store.sources().sync(List.of(), NOON.plus(MINUTE));
    assertEquals(0, store.articles().forget(NOON.plus(MINUTE)));
    assertEquals(2, store.stories().decisions(story).size());
    assertEquals(2, store.articles().forget(NOON.plus(HOUR)));
  }

  @Test
  void dates_far_away_do_no_harm() {
    store.sources().sync(List.of(source("a.example")), NOON);
    HostTurn turn = claimOne(NOON);
    Polled never =
        new Polled(
            List.of(
                new PolledEntry(
                    "1", 1, Entry.builder().id("1").title("One").published(Instant.MAX).build())),
            PollState.NEW,
            new NextPoll(Instant.MAX, HOUR, "never"),
            Duration.ofSeconds(Long.MAX_VALUE));
    ArticleId id = store.turns().complete(turn, never, NOON).orElseThrow().getFirst();
    assertEquals(Optional.empty(), store.sources().all().getFirst().nextPoll());
    ArticleWork work = store.articles().claim(id, HOUR, NOON).orElseThrow();
    assertEquals(Optional.of(Instant.MAX), work.entry().published());
    store.articles().keep(work, read(work, "text", Optional.of(Instant.MIN)), NOON);
    assertTrue(store.stories().place(id, SAME_TEXT, NOON).isPresent());
  }

  // hubs

  private static final HubOffer HUB =
      new HubOffer(URI.create("https://hub.example/"), URI.create("https://a.example/feed"));
  private static final SubscriptionTable.Draft DRAFT =
      new SubscriptionTable.Draft("id-1", "https://us.example/", "secret");

  private Subscription subscribed() {
    store.sources().sync(List.of(source("a.example")), NOON);
    assertTrue(offer(Optional.of(HUB), "id-1"));
    return store.subscriptions().find("id-1").orElseThrow();
  }

  private boolean offer(Optional<HubOffer> offer, String id) {
    SubscriptionTable.Draft draft = new SubscriptionTable.Draft(id, DRAFT.base(), DRAFT.secret());
    return store.subscriptions().offered(source("a.example").id(), offer, draft, NOON);
  }

  private static Standing verified(Instant end) {
    return new Standing(Subscription.State.VERIFIED, Optional.of(end), end, 0);
  }

  @Test
  void what_a_hub_offers_is_arranged_once_and_kept() throws Exception {
    Subscription kept = subscribed();
    assertFalse(offer(Optional.of(HUB), "id-2"));
    reopen();
    assertEquals(Optional.of(kept), store.subscriptions().find("id-1"));
    assertEquals(
        new Subscription(
            "id-1",
            source("a.example").id(),
            HUB,
            "https://us.example/",
            "secret",
            Subscription.State.ASKED,
            Optional.empty(),
            0,
            0),
        kept);
    assertEquals(Optional.empty(), store.subscriptions().find("id-2"));
  }

  @Test
  void an_offer_for_a_source_that_is_not_listed_is_nothing() {
    assertFalse(offer(Optional.of(HUB), "id-1"));
    store.sources().sync(List.of(source("a.example")), NOON);
    store.sources().sync(List.of(), NOON);
    assertFalse(offer(Optional.of(HUB), "id-1"));
  }

  @Test
  void offers_made_at_once_are_arranged_once() throws Exception {
    store.sources().sync(List.of(source("a.example")), NOON);
    List<Callable<Boolean>> offers =
        IntStream.range(0, THREADS)
            .mapToObj(i -> (Callable<Boolean>) () -> offer(Optional.of(HUB), "id-" + i))
            .toList();
    assertEquals(1, atOnce(offers).stream().filter(made -> made).count());
    assertEquals(1, store.subscriptions().claim(9, HOUR, NOON).size());
  }

  @Test
  void a_claimed_arrangement_is_nobody_elses_until_its_lease_ends() throws Exception {
    subscribed();
    List<List<Subscription>> claims =
        eightTimes(() -> store.subscriptions().claim(9, MINUTE, NOON));
    assertEquals(1, claims.stream().mapToInt(List::size).sum());
    assertTrue(store.subscriptions().claim(9, MINUTE, NOON.plusSeconds(59)).isEmpty());
    assertEquals(1, store.subscriptions().claim(9, MINUTE, NOON.plus(MINUTE)).size());
  }

  @Test
  void who_has_lost_a_claim_or_is_overtaken_by_the_hub_changes_nothing() {
    subscribed();
    Subscription late = store.subscriptions().claim(1, MINUTE, NOON).getFirst();
    assertTrue(store.subscriptions().settle(late, verified(NOON.plus(HOUR)), NOON));
    Standing failed = new Standing(Subscription.State.ASKED, Optional.empty(), NOON.plus(HOUR), 1);
    assertFalse(store.subscriptions().keep(late, failed, NOON));
    Subscription now = store.subscriptions().find("id-1").orElseThrow();
    assertEquals(Optional.of(NOON.plus(HOUR)), now.lease());
    assertTrue(store.subscriptions().keep(now, failed, NOON));
  }

  @Test
  void what_is_not_wanted_any_more_is_claimed_once_more_and_forgotten() {
    Subscription kept = subscribed();
    assertTrue(store.subscriptions().settle(kept, verified(NOON.plus(HOUR)), NOON));
    store.sources().sync(List.of(), NOON);
    Subscription gone = store.subscriptions().claim(1, MINUTE, NOON).getFirst();
    assertEquals(Subscription.State.GONE, gone.state());
    assertFalse(store.subscriptions().settle(gone, verified(NOON.plus(HOUR)), NOON));
    store.subscriptions().forget(gone);
    assertEquals(Optional.empty(), store.subscriptions().find("id-1"));
  }

  @Test
  void another_hub_takes_the_place_of_the_first() {
    subscribed();
    HubOffer other = new HubOffer(URI.create("https://other.example/"), HUB.topic());
    assertTrue(offer(Optional.of(other), "id-2"));
    assertTrue(offer(Optional.of(HUB), "id-3"));
    assertTrue(offer(Optional.empty(), "id-4"));
    assertFalse(offer(Optional.empty(), "id-5"));
    assertEquals(
        List.of("id-1", "id-2", "id-3"),
        store.subscriptions().claim(9, HOUR, NOON).stream()
            .map(Subscription::id)
            .sorted()
            .toList());
  }

  @Test
  void at_another_address_everything_is_asked_anew() {
    Subscription kept = subscribed();
    assertTrue(store.subscriptions().settle(kept, verified(NOON.plus(HOUR)), NOON));
    store.subscriptions().servedAt("https://us.example/", NOON);
    assertTrue(store.subscriptions().claim(9, HOUR, NOON).isEmpty());
    store.subscriptions().servedAt("https://new.example/", NOON);
    Subscription moved = store.subscriptions().claim(9, HOUR, NOON).getFirst();
    assertEquals(URI.create("https://new.example/hub/id-1"), moved.callback());
    assertEquals(Subscription.State.ASKED, moved.state());
  }

  @Test
  void what_a_hub_sends_is_taken_in_without_a_turn_and_the_poll_stays_planned() {
    store.sources().sync(List.of(source("a.example")), NOON);
    poll(NOON, entry("1", "One"));
    Instant later = NOON.plus(MINUTE);
    SourceId id = source("a.example").id();
    assertEquals(
        1,
        store
            .turns()
            .pushed(id, List.of(entry("2", "Two"), entry("1", "One")), later)
            .orElseThrow()
            .size());
    SourceStatus status = store.sources().find(id).orElseThrow();
    assertEquals(Optional.of(later), status.state().pushed());
    assertEquals(Optional.of(later), status.state().changed());
    assertEquals(Optional.of(NOON.plus(HOUR)), status.nextPoll());
    assertEquals(
        List.of(), store.turns().pushed(id, List.of(entry("2", "Two")), later).orElseThrow());
    store.sources().sync(List.of(), later);
    assertEquals(Optional.empty(), store.turns().pushed(id, List.of(), later));
  }

  @Test
  void documents_of_hub_and_poll_at_once_are_taken_in_once() throws Exception {
    store.sources().sync(List.of(source("a.example")), NOON);
    HostTurn turn = claimOne(NOON);
    SourceId id = source("a.example").id();
    List<Callable<Integer>> both = new ArrayList<>();
    for (int i = 0; i < THREADS - 1; i++) {
      both.add(
          () -> store.turns().pushed(id, List.of(entry("1", "One")), NOON).orElseThrow().size());
    }
    both.add(
        () ->
            store
                .turns()
                .complete(turn, polled(NOON, entry("1", "One")), NOON)
                .orElseThrow()
                .size());
    assertEquals(1, atOnce(both).stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void a_source_whose_hub_is_no_longer_trusted_is_asked_at_its_own_rhythm() {
    Subscription kept = subscribed();
    poll(NOON, entry("1", "One"));
    store.turns().pushed(kept.source(), List.of(entry("2", "Two")), NOON);
    Standing refused =
        new Standing(Subscription.State.REFUSED, Optional.empty(), NOON.plus(HOUR), 1);
    assertTrue(store.subscriptions().settle(kept, refused, NOON.minus(MINUTE)));
    SourceStatus status = store.sources().find(kept.source()).orElseThrow();
    assertEquals(Optional.empty(), status.state().pushed());
    assertEquals(Optional.of(NOON.plus(HOUR).minus(MINUTE)), status.nextPoll());
  }

  @Test
  void a_hint_of_a_hub_makes_a_source_due_once_it_may_be() {
    store.sources().sync(List.of(source("a.example")), NOON);
    poll(NOON, entry("1", "One"));
    SourceId id = source("a.example").id();
    assertTrue(store.turns().hasten(id, MINUTE, NOON));
    assertEquals(Optional.of(NOON.plus(MINUTE)), store.sources().find(id).orElseThrow().nextPoll());
    assertTrue(store.turns().claim(1, HOUR, NOON).isEmpty());
    assertEquals(1, store.turns().claim(1, HOUR, NOON.plus(MINUTE)).size());
    assertFalse(store.turns().hasten(source("b.example").id(), MINUTE, NOON));
  }
}
