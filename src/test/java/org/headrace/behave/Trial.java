package org.headrace.behave;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.headrace.app.Home;
import org.headrace.app.Pace;
import org.headrace.app.Program;
import org.headrace.app.StartException;
import org.headrace.config.Operation;
import org.headrace.config.Settings;
import org.headrace.extract.site.RuleSettings;
import org.headrace.fetch.FetchSettings;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Every;
import org.headrace.model.FullText;
import org.headrace.model.PollOutcome;
import org.headrace.model.Source;
import org.headrace.pipeline.Journal;
import org.headrace.pipeline.PublishSettings;
import org.headrace.pipeline.ScrapeSettings;
import org.headrace.store.StoreSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program beside the misbehaving server: each behaviour is a source on its own host. */
final class Trial implements AutoCloseable, Journal {
  static final String HEALTHY = "ok-healthy";
  private static final int HEALTHY_ONES = 5;
  private static final Pace PACE =
      new Pace(
          Duration.ofMillis(200),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofSeconds(3));
  private static final Duration OFTEN = Duration.ofSeconds(2);
  private static final Duration SELDOM = Duration.ofHours(1);

  private final List<Behaviour> behaviours;
  private final MisbehavingServer server;
  private final Path folder;
  private final Program program;
  private final Map<String, List<PollOutcome>> outcomes = new ConcurrentHashMap<>();
  private final Map<ArticleId, Article> articles = new ConcurrentHashMap<>();

  /** Starts both. {@code port} 0 takes any. */
  Trial(List<Behaviour> tried, Path folder, FetchSettings fetch, int port)
      throws IOException, StartException {
    this.behaviours = new ArrayList<>(tried);
    for (int i = 0; i < HEALTHY_ONES; i++) {
      behaviours.add(
          Behaviour.of(
              HEALTHY + i, Wanted.OK, "is well", (asked, line) -> line.xml(asked.bytes())));
    }
    this.folder = folder;
    this.server = new MisbehavingServer(port, behaviours);
    this.program = Program.start(plan(fetch));
  }

  private Program.Plan plan(FetchSettings fetch) {
    Settings usual = Settings.defaults(folder);
    Settings settings =
        new Settings(
            "",
            new StoreSettings(folder.resolve("data").toString()),
            new PublishSettings("Trial", 20_000, ""),
            usual.web(),
            usual.poll(),
            fetch,
            new ScrapeSettings(1, Duration.ofSeconds(1), Duration.ZERO, 3),
            RuleSettings.NONE,
            usual.duplicates(),
            usual.retention(),
            usual.stages(),
            Operation.DEFAULT);
    return new Program.Plan(
        new Home(Path.of("").toAbsolutePath(), folder),
        settings,
        sources(),
        PACE,
        false,
        Optional.of(folder.resolve("out")),
        this);
  }

  private List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < behaviours.size(); i++) {
      Behaviour one = behaviours.get(i);
      boolean often = one.again() || one.name().startsWith(HEALTHY);
      sources.add(
          new Source(
              one.name(),
              URI.create(place(i) + "/" + one.name() + "/feed.xml"),
              List.of(),
              new Every.Fixed(often ? OFTEN : SELDOM),
              one.pages() ? FullText.ALWAYS : FullText.NEVER,
              true,
              List.of()));
    }
    return sources;
  }

  private String place(int number) {
    return "http://127.1.%d.%d:%d".formatted(number / 250, number % 250 + 1, server.port());
  }

  /** Waits until everything was polled, the changing ones several times, and all is published. */
  void await(Duration most) {
    try {
      Awaitility.await()
          .atMost(most)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> behaviours.stream().allMatch(this::isDone) && isAtRest());
    } catch (ConditionTimeoutException late) {
      // the verdicts say which behaviours did not end in time
    }
  }

  private boolean isAtRest() {
    return program.waiting() == 0 && program.isPublished();
  }

  private boolean isDone(Behaviour one) {
    return outcomes.getOrDefault(one.name(), List.of()).size() >= (one.again() ? 3 : 1);
  }

  /** What came of each behaviour. */
  Map<String, Seen> seen() throws IOException {
    List<Seen.Published> published = published();
    Map<String, Seen> all = new LinkedHashMap<>();
    for (Behaviour one : behaviours) {
      all.put(
          one.name(),
          new Seen(
              one,
              List.copyOf(outcomes.getOrDefault(one.name(), List.of())),
              articles.values().stream().filter(a -> a.sourceName().equals(one.name())).toList(),
              published.stream().filter(item -> isOf(one, item)).toList(),
              server.conversations().stream()
                  .filter(talk -> talk.asked().name().equals(one.name()))
                  .toList()));
    }
    return all;
  }

  private static boolean isOf(Behaviour one, Seen.Published item) {
    return item.title().startsWith(one.name() + " ")
        || item.link().contains("/" + one.name() + "/");
  }

  private List<Seen.Published> published() throws IOException {
    JsonNode feed =
        JsonMapper.shared().readTree(Files.readString(folder.resolve("out").resolve("feed.json")));
    List<Seen.Published> items = new ArrayList<>();
    for (JsonNode item : feed.path("items")) {
      items.add(
          new Seen.Published(
              item.path("id").asString(),
              item.path("title").asString(""),
              item.path("url").asString(""),
              item.path("content_html").asString("")));
    }
    return items;
  }

  /** Where the published feeds lie. */
  Path out() {
    return folder.resolve("out");
  }

  MisbehavingServer server() {
    return server;
  }

  @Override
  public void tell(Journal.Event event) {
    switch (event) {
      case Journal.Polled polled ->
          outcomes
              .computeIfAbsent(
                  polled.source().name(), any -> Collections.synchronizedList(new ArrayList<>()))
              .add(polled.outcome());
      case Journal.Read read -> articles.put(read.article().id(), read.article());
      case Journal.LeftOut leftOut -> {}
      case Journal.Ruled ruled -> {}
      case Journal.Discovered discovered -> {}
      case Journal.Moved moved -> {}
      case Journal.Grouped grouped -> {}
      case Journal.Hub hub -> {}
      case Journal.Published published -> {}
    }
  }

  @Override
  public void close() throws IOException {
    program.close();
    server.close();
  }
}
