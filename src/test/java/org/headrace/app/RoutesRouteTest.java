package org.headrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.headrace.model.ArticleId;
import org.headrace.model.Entry;
import org.headrace.model.Every;
import org.headrace.model.FullText;
import org.headrace.model.HostTurn;
import org.headrace.model.HubOffer;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.StoryId;
import org.headrace.model.Subscription;
import org.headrace.pipeline.LoggedStory;
import org.headrace.store.ArticleWork;
import org.headrace.store.PageTurn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real route files, with stages in one thread and hand-written stops in place of the real. */
class RoutesRouteTest {
  private static final Source SOURCE =
      new Source(
          "Paper",
          URI.create("https://paper.example/feed"),
          List.of(),
          new Every.Auto(),
          FullText.AUTO,
          false,
          List.of());
  private static final HostTurn TURN =
      new HostTurn("paper.example", SOURCE.id(), SOURCE, PollState.NEW, 1, Instant.EPOCH);
  private static final PageTurn PAGE_TURN =
      new PageTurn(
          "paper.example",
          1,
          new ArticleWork(
              new ArticleId(3),
              SOURCE,
              Entry.builder().id("1").title("One").build(),
              Instant.EPOCH,
              0,
              1));
  private static final Subscription SUBSCRIPTION =
      new Subscription(
          "7",
          SOURCE.id(),
          new HubOffer(URI.create("https://hub.example/"), SOURCE.address()),
          "https://us.example/",
          "secret",
          Subscription.State.ASKED,
          Optional.empty(),
          0,
          1);

  private final Stops stops = new Stops();
  private final BlockingQueue<Object> published = new LinkedBlockingQueue<>();
  private CamelContext camel;

  /** What the routes call, by the names of the real beans' methods. */
  public static final class Stops {
    final List<Object> calls = new ArrayList<>();
    final AtomicInteger failures = new AtomicInteger();
    final AtomicBoolean logs = new AtomicBoolean();

    public List<HostTurn> due() {
      return List.of();
    }

    public List<ArticleId> poll(HostTurn turn) {
      note("poll " + turn.host());
      failPerhaps();
      return List.of(new ArticleId(1), new ArticleId(2));
    }

    public List<ArticleId> read(ArticleId id) {
      note("read " + id);
      failPerhaps();
      return id.value() == 2 ? List.of() : List.of(id);
    }

    public List<ArticleId> readPage(PageTurn turn) {
      note("page of " + turn.host());
      failPerhaps();
      return List.of(turn.work().id());
    }

    public List<StoryId> group(ArticleId id) {
      note("group " + id);
      return List.of(new StoryId(10 + id.value()));
    }

    public List<String> publish() {
      note("publish");
      return List.of("a story");
    }

    public List<ArticleId> unread() {
      return List.of();
    }

    public List<ArticleId> ungrouped() {
      return List.of();
    }

    public void ask(Subscription subscription) {
      note("ask " + subscription.id());
      failPerhaps();
    }

    public List<ArticleId> fresh() {
      return List.of();
    }

    public List<LoggedStory> next() {
      return logs.getAndSet(false)
          ? List.of(new LoggedStory("tag:1", 1, "{1}"), new LoggedStory("tag:2", 2, "{2}"))
          : List.of();
    }

    public void written(LoggedStory story) {
      note("written " + story.change());
    }

    public void end() {
      note("end");
    }

    public void forget() {}

    public void nightly() {}

    public void ping() {}

    public void catchUp() {}

    public void refresh() {}

    public void beat() {}

    public void tell(Exception caught) {}

    synchronized List<Object> withoutPublishing() {
      return calls.stream().filter(call -> !List.of("publish", "end").contains(call)).toList();
    }

    /** From the first line on. */
    synchronized List<Object> logged() {
      return calls.stream().dropWhile(call -> !String.valueOf(call).startsWith("written")).toList();
    }

    private void failPerhaps() {
      if (failures.getAndDecrement() > 0) {
        throw new IllegalStateException("the store is busy");
      }
    }

    private synchronized void note(String call) {
      calls.add(call);
    }
  }

  @BeforeEach
  void start() throws Exception {
    camel = new DefaultCamelContext();
    for (String bean :
        List.of(
            "sourcePoll",
            "articleReader",
            "storyGrouper",
            "publisher",
            "hubPings",
            "searchDesk",
            "storyLog",
            "nodes",
            "housekeeping",
            "backups",
            "hubKeeper",
            "pushReader",
            "sourceList",
            "errorLog")) {
      camel.getRegistry().bind(bean, stops);
    }
    Map<String, String> properties =
        Map.ofEntries(
            Map.entry("stage.poll", "direct:poll"),
            Map.entry("stage.page", "direct:page"),
            Map.entry("stage.hub", "direct:hub"),
            Map.entry("stage.scrape", "direct:scrape"),
            Map.entry("stage.deduplicate", "direct:deduplicate"),
            Map.entry("stage.publish", "direct:publish"),
            Map.entry("stage.published", "direct:published"),
            Map.entry("stage.stories", "direct:stories"),
            Map.entry("poll.tick", "3600000"),
            Map.entry("page.tick", "3600000"),
            Map.entry("housekeeping.every", "3600000"),
            Map.entry("publish.gather", "50"));
    properties.forEach(
        (key, value) -> camel.getPropertiesComponent().addInitialProperty(key, value));
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      for (Path file : files.sorted().toList()) {
        PluginHelper.getRoutesLoader(camel)
            .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + file));
      }
    }
    camel.addRoutes(
        new org.apache.camel.builder.RouteBuilder() {
          @Override
          public void configure() {
            from("direct:published")
                .process(exchange -> published.add(exchange.getMessage().getBody()));
          }
        });
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void a_hosts_turn_goes_all_the_way_to_a_published_story() throws Exception {
    send("direct:poll", TURN);

    assertEquals("a story", published.poll(10, TimeUnit.SECONDS));
    assertTrue(
        stops.calls.containsAll(List.of("poll paper.example", "read 1", "read 2", "group 1")),
        stops.calls.toString());
    assertTrue(!stops.calls.contains("group 2"), "what has no text yet must not be grouped");
  }

  @Test
  void a_page_read_in_its_hosts_turn_goes_on_to_be_grouped() {
    send("direct:page", PAGE_TURN);

    assertEquals(List.of("page of paper.example", "group 3"), stops.withoutPublishing());
  }

  @Test
  void an_entry_carries_its_host_for_whoever_spreads_the_work_by_it() throws Exception {
    BlockingQueue<String> keys = new LinkedBlockingQueue<>();
    AdviceWith.adviceWith(
        camel,
        "scrape",
        route ->
            route
                .weaveAddFirst()
                .process(
                    exchange ->
                        keys.add(exchange.getMessage().getHeader("CamelKafkaKey", String.class))));

    send("direct:poll", TURN);

    assertEquals("paper.example", keys.poll(10, TimeUnit.SECONDS));
  }

  @Test
  void a_story_that_cannot_be_logged_is_not_taken_for_written() throws Exception {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    camel.addRoutes(
        new org.apache.camel.builder.RouteBuilder() {
          @Override
          public void configure() {
            from("direct:stories")
                .errorHandler(noErrorHandler())
                .process(
                    exchange -> {
                      String key = exchange.getMessage().getHeader("CamelKafkaKey", String.class);
                      if (key.equals("tag:1")) {
                        throw new IllegalStateException("no broker");
                      }
                      lines.add(key + " " + exchange.getMessage().getBody(String.class));
                    });
          }
        });
    AdviceWith.adviceWith(camel, "story-log", route -> route.replaceFromWith("direct:tick"));

    stops.logs.set(true);
    send("direct:tick", "");

    assertEquals("tag:2 {2}", lines.poll(10, TimeUnit.SECONDS));
    assertEquals(List.of("written 2", "end"), stops.logged());
  }

  @Test
  void a_step_that_fails_is_tried_again_by_the_route_alone() {
    stops.failures.set(1);

    send("direct:scrape", new ArticleId(1));

    assertEquals(List.of("read 1", "read 1", "group 1"), stops.withoutPublishing());
  }

  @Test
  void a_step_that_goes_on_failing_ends_in_one_line_and_no_exception() {
    stops.failures.set(100);

    send("direct:scrape", new ArticleId(1));

    assertEquals(List.of("read 1", "read 1", "read 1"), stops.withoutPublishing());
  }

  @Test
  void a_turn_that_fails_is_not_used_again_for_its_server_was_asked() {
    stops.failures.set(100);

    send("direct:poll", TURN);
    send("direct:page", PAGE_TURN);
    send("direct:hub", SUBSCRIPTION);

    assertEquals(
        List.of("poll paper.example", "page of paper.example", "ask 7"), stops.withoutPublishing());
  }

  @Test
  void every_route_has_a_sentence_and_the_errors_of_one_place() {
    for (Route route : camel.getRoutes()) {
      if (!route.getRouteId().startsWith("route")) {
        assertTrue(route.getDescription().endsWith("."), route.getRouteId());
      }
    }
    assertTrue(
        camel.getRoutes().stream()
            .map(Route::getRouteId)
            .toList()
            .containsAll(
                List.of("poll-tick", "poll", "page", "scrape", "hub", "deduplicate", "publish")));
  }

  private void send(String to, Object body) {
    try (ProducerTemplate template = camel.createProducerTemplate()) {
      template.sendBody(to, body);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
