package org.headrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.headrace.fetch.FetchSettings;
import org.headrace.fetch.WebFetcher;
import org.headrace.model.ArticleId;
import org.headrace.model.Every;
import org.headrace.model.FullText;
import org.headrace.model.HostTurn;
import org.headrace.model.PollOutcome;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.Subscription;
import org.headrace.pipeline.HubCalls;
import org.headrace.pipeline.HubKeeper;
import org.headrace.pipeline.Journal;
import org.headrace.pipeline.PollRoom;
import org.headrace.pipeline.PushReader;
import org.headrace.pipeline.PushSettings;
import org.headrace.pipeline.SourcePoll;
import org.headrace.publish.Editions;
import org.headrace.schedule.PollSettings;
import org.headrace.store.SourceStatus;
import org.headrace.store.Store;
import org.headrace.store.StoreSettings;
import org.headrace.web.FeedServer;
import org.headrace.web.Health;
import org.headrace.web.PushAnswers;
import org.headrace.web.WebSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hubs, from the poll that meets one to the entries it sends: the real parts, real sockets. */
class PushTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final long LEASE = DAY.toSeconds();
  private static final int MOST_BYTES = 100_000;

  @TempDir Path folder;
  private final List<Journal.Event> events = new ArrayList<>();
  private final Map<String, String> form = new HashMap<>();
  private Instant now = Instant.parse("2026-11-24T08:00:00Z");
  private TestHub hub;
  private Store store;
  private FetchedWeb web;
  private FeedServer server;
  private PushReader reader;
  private PushSettings settings;
  private HubKeeper keeper;
  private SourcePoll poll;

  @BeforeEach
  void open() throws Exception {
    hub = new TestHub().publish("one");
    store = Store.open(new StoreSettings(folder.toString()));
    web = new FetchedWeb(new WebFetcher(fetching(), () -> now));
    reader = new PushReader(store, Duration.ofMinutes(15), () -> now);
    server =
        new FeedServer(
            new WebSettings("127.0.0.1", 0, URI.create("http://127.0.0.1/")),
            new Editions(),
            () -> new Health(true, List.of()),
            List.of(
                new PushAnswers(new HubCalls(store, reader, () -> now, events::add), MOST_BYTES)
                    .route()));
    settings =
        new PushSettings(Optional.of(URI.create("http://127.0.0.1:" + server.port() + "/")), false);
    begin();
  }

  /** What a start of the program does. */
  private void begin() {
    keeper = new HubKeeper(store, web, settings, () -> now, events::add);
    poll =
        new SourcePoll(
            store,
            web,
            PollSettings.DEFAULT,
            new PollRoom(Duration.ZERO, 8),
            () -> now,
            events::add,
            settings);
    store.sources().sync(List.of(source()), now);
  }

  @AfterEach
  void close() {
    server.close();
    web.close();
    store.close();
    hub.close();
  }

  private static FetchSettings fetching() {
    FetchSettings usual = FetchSettings.standard("0", "");
    return new FetchSettings(
        usual.userAgent(),
        Duration.ZERO,
        8,
        usual.feedDeadline(),
        usual.pageDeadline(),
        usual.feedBytes(),
        usual.pageBytes(),
        5,
        true,
        usual.patience());
  }

  private Source source() {
    return new Source(
        "Paper", hub.at("/feed"), List.of(), new Every.Auto(), FullText.NEVER, true, List.of());
  }

  private SourceStatus status() {
    return store.sources().all().getFirst();
  }

  private PollState state() {
    return status().state();
  }

  private int polled() {
    int fresh = 0;
    for (HostTurn turn : poll.due()) {
      fresh += poll.poll(turn).size();
    }
    return fresh;
  }

  /** Polls at the time at which that is due. */
  private int polledInTime() {
    now = status().nextPoll().orElseThrow();
    return polled();
  }

  private int asked() {
    List<Subscription> claimed = keeper.due();
    claimed.forEach(keeper::ask);
    return claimed.size();
  }

  /** What the hub was asked last. */
  private Map<String, String> heard() throws InterruptedException {
    Map<String, String> heard = hub.asked().poll(10, TimeUnit.SECONDS);
    form.clear();
    form.putAll(heard);
    return form;
  }

  private void subscribe() throws Exception {
    polled();
    asked();
    assertEquals(200, hub.verify(heard(), "c", LEASE).statusCode());
  }

  private Optional<Subscription> kept() {
    String callback = form.get("hub.callback");
    return store.subscriptions().find(callback.substring(callback.lastIndexOf('/') + 1));
  }

  private int articles() {
    return status().articles();
  }

  private boolean told(String words) {
    return events.stream()
        .anyMatch(event -> event instanceof Journal.Hub one && one.words().contains(words));
  }

  @Test
  void a_hub_met_in_a_poll_is_asked_agrees_and_sends_what_is_read() throws Exception {
    assertEquals(1, polled());
    assertEquals(1, asked());
    heard();
    assertEquals("subscribe", form.get("hub.mode"));
    assertEquals(hub.at("/feed").toString(), form.get("hub.topic"));
    assertEquals("864000", form.get("hub.lease_seconds"));
    assertEquals(64, form.get("hub.secret").length());
    assertEquals(Subscription.State.ASKED, kept().orElseThrow().state());

    HttpResponse<String> answer = hub.verify(form, "<script>alert(1)</script>", LEASE);
    assertEquals(200, answer.statusCode());
    assertEquals("<script>alert(1)</script>", answer.body());
    assertEquals(
        Optional.of("text/plain; charset=utf-8"), answer.headers().firstValue("Content-Type"));
    assertEquals(Optional.of("nosniff"), answer.headers().firstValue("X-Content-Type-Options"));
    assertEquals(Optional.of(now.plus(DAY)), kept().orElseThrow().lease());

    now = now.plusSeconds(60);
    assertEquals(202, hub.push(form, hub.document("two")).statusCode());
    assertEquals(2, articles());
    assertEquals(1, reader.fresh().size());
    assertEquals(Optional.of(now), state().pushed());
    assertTrue(told("sent 1 entry"));
  }

  @Test
  void while_a_hub_sends_the_source_is_polled_rarely() throws Exception {
    subscribe();
    hub.publish("two");
    hub.push(form, hub.document("two"));
    assertEquals(0, polledInTime(), "what was pushed is known");
    assertTrue(Duration.between(now, status().nextPoll().orElseThrow()).toHours() >= 6);
  }

  @Test
  void news_that_no_hub_sent_ends_the_trust() throws Exception {
    subscribe();
    hub.push(form, hub.document("two"));
    hub.publish("two").publish("three");
    assertEquals(1, polledInTime());
    assertEquals(Optional.empty(), state().pushed());
    assertTrue(Duration.between(now, status().nextPoll().orElseThrow()).toHours() < 6);
  }

  @Test
  void the_document_names_the_hub_as_well_as_the_header() throws Exception {
    hub.link("")
        .inDocument(
            "<atom:link rel=\"hub\" href=\"%s\"/><atom:link rel=\"self\" href=\"%s\"/>"
                .formatted(hub.at("/hub?a=1"), hub.at("/feed?self")));
    subscribe();
    assertEquals(hub.at("/feed?self").toString(), form.get("hub.topic"));
  }

  @Test
  void what_is_signed_wrongly_or_not_at_all_is_answered_told_and_not_read() throws Exception {
    subscribe();
    for (String signature :
        List.of("", "sha256=" + "0".repeat(64), "sha1=x", "none", "=".repeat(100))) {
      assertEquals(202, hub.push(form, hub.document("evil"), signature).statusCode());
    }
    assertEquals(1, articles());
    assertTrue(reader.fresh().isEmpty());
    assertEquals(Optional.empty(), state().pushed());
    assertTrue(told("without a signature") && told("with a wrong signature"));
  }

  @Test
  void a_signature_is_for_one_document_and_one_source() throws Exception {
    subscribe();
    Map<String, String> other = new HashMap<>(form);
    other.put("hub.secret", "another");
    assertEquals(202, hub.push(other, hub.document("evil")).statusCode());
    assertEquals(1, articles());
  }

  @Test
  void what_is_sent_twice_is_there_once() throws Exception {
    subscribe();
    hub.push(form, hub.document("two"));
    hub.push(form, hub.document("two"));
    assertEquals(2, articles());
    assertEquals(1, reader.fresh().size());
  }

  @Test
  void nobody_is_known_by_another_id() throws Exception {
    subscribe();
    Map<String, String> replayed = new HashMap<>(form);
    for (String id : List.of("", "/", "x", "../x", "x".repeat(5000), "a%00b", "' or 1=1 --%20")) {
      String base = settings.base().orElseThrow() + "hub/" + id.replace(" ", "%20");
      replayed.put("hub.callback", base);
      assertEquals(404, hub.verify(replayed, "c", LEASE).statusCode(), id);
      assertEquals(404, hub.push(replayed, hub.document("evil")).statusCode(), id);
    }
    assertEquals(1, articles());
  }

  @Test
  void what_we_did_not_ask_for_is_not_verified() throws Exception {
    polled();
    asked();
    heard();
    Map<String, String> intent =
        Map.of(
            "hub.mode", "subscribe",
            "hub.topic", form.get("hub.topic"),
            "hub.challenge", "c");
    for (Map.Entry<String, String> wrong :
        List.of(
            Map.entry("hub.topic", form.get("hub.topic") + "/"),
            Map.entry("hub.topic", form.get("hub.topic").toUpperCase(Locale.ROOT)),
            Map.entry("hub.mode", "unsubscribe"),
            Map.entry("hub.mode", "publish"),
            Map.entry("hub.challenge", ""),
            Map.entry("hub.challenge", "c".repeat(5000)))) {
      Map<String, String> call = new HashMap<>(intent);
      call.put(wrong.getKey(), wrong.getValue());
      assertEquals(404, hub.call(form, call).statusCode(), wrong.toString());
    }
    assertEquals(404, hub.call(form, Map.of()).statusCode());
    assertEquals(Subscription.State.ASKED, kept().orElseThrow().state());
    assertEquals(200, hub.call(form, intent).statusCode());
  }

  @Test
  void a_huge_body_is_turned_away_unread() throws Exception {
    subscribe();
    String huge = hub.document("x".repeat(MOST_BYTES));
    assertEquals(413, hub.push(form, huge).statusCode());
    assertEquals(1, articles());
    assertEquals(202, hub.push(form, hub.document("two")).statusCode());
  }

  @Test
  void what_holds_no_entries_makes_the_source_due_but_not_too_often() throws Exception {
    subscribe();
    hub.publish("two");
    for (String ping :
        List.of("", "<html>news!</html>", hub.document(new String[0]), "\u0000\u0001")) {
      assertEquals(202, hub.push(form, ping).statusCode());
      assertEquals(Optional.of(now.plus(Duration.ofMinutes(15))), status().nextPoll());
    }
    assertEquals(1, polledInTime());
  }

  @Test
  void a_lease_is_renewed_before_it_ends_with_the_same_words() throws Exception {
    subscribe();
    Map<String, String> first = new HashMap<>(form);
    now = now.plus(Duration.ofHours(17));
    assertEquals(0, asked());
    now = now.plus(Duration.ofHours(1));
    assertEquals(1, asked());
    assertEquals(first, heard());
    assertEquals(200, hub.verify(form, "again", LEASE).statusCode());
    assertEquals(Optional.of(now.plus(DAY)), kept().orElseThrow().lease());
    assertEquals(0, asked());
  }

  @Test
  void a_hub_that_is_dead_costs_nothing_but_the_rhythm() throws Exception {
    subscribe();
    hub.publish("two");
    hub.push(form, hub.document("two"));
    polledInTime();
    hub.answer(500);
    Instant end = kept().orElseThrow().lease().orElseThrow();
    now = end.minus(Duration.ofHours(6));
    int times = 0;
    for (; kept().orElseThrow().state() == Subscription.State.VERIFIED; times++) {
      hub.push(form, hub.document("two"));
      now = now.plus(Duration.ofMinutes(15));
      asked();
    }
    assertTrue(times <= 25, "the end of the lease was missed");
    assertTrue(hub.asked().size() < 8, "a hub that is down is asked more and more rarely");
    assertTrue(told("cannot be asked"));
    assertEquals(Optional.empty(), state().pushed());
    hub.publish("three");
    assertEquals(1, polledInTime());
    assertTrue(Duration.between(now, status().nextPoll().orElseThrow()).toHours() < 6);
  }

  @Test
  void a_hub_that_does_not_want_us_is_left_alone_for_a_day() throws Exception {
    subscribe();
    hub.push(form, hub.document("two"));
    String topic = form.get("hub.topic");
    assertEquals(404, hub.call(form, Map.of("hub.mode", "denied", "hub.topic", "x")).statusCode());
    Map<String, String> denial =
        Map.of("hub.mode", "denied", "hub.topic", topic, "hub.reason", "no\nINFO more");
    assertEquals(200, hub.call(form, denial).statusCode());
    assertEquals(Subscription.State.REFUSED, kept().orElseThrow().state());
    assertEquals(Optional.empty(), state().pushed());
    assertTrue(told("\"no INFO more\""));
    now = now.plus(Duration.ofHours(23));
    assertEquals(0, asked());
    now = now.plus(Duration.ofHours(1));
    assertEquals(1, asked());
  }

  @Test
  void a_hub_that_answers_no_is_told_and_left_alone() throws Exception {
    hub.answer(403);
    polled();
    asked();
    heard();
    assertEquals(Subscription.State.REFUSED, kept().orElseThrow().state());
    assertTrue(told("does not want us: it answers with HTTP 403"));
    assertEquals(0, asked());
  }

  @Test
  void a_source_that_is_removed_is_left_and_forgotten() throws Exception {
    subscribe();
    Map<String, String> wanted = new HashMap<>(form);
    store.sources().sync(List.of(), now);
    assertEquals(410, hub.push(form, hub.document("two")).statusCode());
    assertEquals(404, hub.verify(form, "c", LEASE).statusCode(), "a late verification");
    assertEquals(1, asked());
    assertEquals("unsubscribe", heard().get("hub.mode"));
    assertEquals(wanted.get("hub.callback"), form.get("hub.callback"));
    assertEquals("bye", hub.verify(form, "bye", LEASE).body());
    assertEquals(Optional.empty(), kept());
    assertEquals(404, hub.push(wanted, hub.document("two")).statusCode());
    assertEquals(1, articles());
  }

  @Test
  void a_feed_that_changes_its_hub_is_taken_from_the_new_one() throws Exception {
    subscribe();
    Map<String, String> old = new HashMap<>(form);
    hub.publish("two").link("</hub2>; rel=hub, </feed>; rel=self");
    polledInTime();
    assertEquals(2, asked());
    Map<String, String> one = new HashMap<>(heard());
    Map<String, String> other = new HashMap<>(heard());
    assertEquals(
        List.of("subscribe", "unsubscribe"),
        Stream.of(one, other).map(said -> said.get("hub.mode")).sorted().toList());
    Map<String, String> fresh = one.get("hub.mode").equals("subscribe") ? one : other;
    assertNotEquals(old.get("hub.callback"), fresh.get("hub.callback"));
    assertNotEquals(old.get("hub.secret"), fresh.get("hub.secret"));
    assertEquals(410, hub.push(old, hub.document("evil")).statusCode());
  }

  @Test
  void a_feed_that_names_no_hub_any_more_is_polled_only() throws Exception {
    subscribe();
    hub.publish("two").link("");
    polledInTime();
    asked();
    assertEquals("unsubscribe", heard().get("hub.mode"));
  }

  @Test
  void a_source_that_is_to_be_polled_only_is_left_by_its_hub() throws Exception {
    subscribe();
    Source one = source();
    Source pollOnly =
        new Source(
            one.name(),
            one.address(),
            one.topics(),
            one.every(),
            one.fullText(),
            true,
            one.rules(),
            one.page(),
            one.access(),
            one.quiet(),
            true,
            one.article());
    store.sources().sync(List.of(pollOnly), now);
    asked();
    assertEquals("unsubscribe", heard().get("hub.mode"));
    assertEquals("bye", hub.verify(form, "bye", LEASE).body());
    hub.publish("two");
    assertEquals(1, polledInTime());
    assertEquals(0, asked());
  }

  @Test
  void a_step_broken_off_anywhere_is_done_again() throws Exception {
    polled();
    assertEquals(1, keeper.due().size()); // and the process dies
    now = now.plus(Duration.ofMinutes(11));
    begin();
    assertEquals(1, asked());
    Map<String, String> first = new HashMap<>(heard());
    begin(); // it dies after the hub was asked
    now = now.plus(Duration.ofHours(2));
    assertEquals(1, asked());
    assertEquals(first, heard());
    assertEquals(200, hub.verify(form, "c", LEASE).statusCode());
    assertEquals(200, hub.verify(form, "c", LEASE).statusCode());
  }

  @Test
  void a_hub_may_call_back_before_it_has_answered() throws Exception {
    polled();
    Subscription claimed = keeper.due().getFirst();
    form.put("hub.callback", claimed.callback().toString());
    form.put("hub.mode", "subscribe");
    form.put("hub.topic", claimed.offer().topic().toString());
    assertEquals(200, hub.verify(form, "c", LEASE).statusCode());
    keeper.ask(claimed);
    assertEquals(Subscription.State.VERIFIED, kept().orElseThrow().state());
  }

  @Test
  void at_a_new_public_address_hubs_are_asked_anew() throws Exception {
    subscribe();
    settings = new PushSettings(Optional.of(URI.create("http://127.0.0.2/news/")), false);
    begin();
    assertEquals(1, asked());
    assertTrue(heard().get("hub.callback").startsWith("http://127.0.0.2/news/hub/"));
  }

  @Test
  void without_a_public_address_no_hub_is_asked() {
    for (PushSettings none : List.of(PushSettings.OFF, new PushSettings(Optional.empty(), true))) {
      settings = none;
      begin();
      polled();
      assertEquals(0, asked());
    }
    assertTrue(hub.asked().isEmpty());
  }

  @Test
  void a_poll_that_meets_a_hub_keeps_neither_secret_nor_id_in_any_event() throws Exception {
    subscribe();
    hub.push(form, hub.document("two"), "");
    String id = kept().orElseThrow().id();
    String all = events.toString();
    assertFalse(all.contains(id) || all.contains(form.get("hub.secret")), all);
    assertTrue(
        events.stream()
            .anyMatch(
                event ->
                    event instanceof Journal.Polled one
                        && one.outcome() instanceof PollOutcome.Changed));
    assertEquals(List.<ArticleId>of(), reader.fresh());
  }
}
