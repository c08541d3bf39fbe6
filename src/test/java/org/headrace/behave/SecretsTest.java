package org.headrace.behave;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.headrace.app.Home;
import org.headrace.app.Pace;
import org.headrace.app.Program;
import org.headrace.config.Operation;
import org.headrace.config.Settings;
import org.headrace.extract.site.RuleSettings;
import org.headrace.fetch.FetchSettings;
import org.headrace.model.Access;
import org.headrace.model.Every;
import org.headrace.model.FullText;
import org.headrace.model.Source;
import org.headrace.pipeline.Journal;
import org.headrace.pipeline.PublishSettings;
import org.headrace.pipeline.ScrapeSettings;
import org.headrace.store.StoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A secret is planted, used in every way, and then sought in everything the program leaves. */
class SecretsTest {
  private static final String SECRET = "mill-stone-5529-planted";
  private static final String CODED =
      Base64.getEncoder().encodeToString(("miller:" + SECRET).getBytes(StandardCharsets.UTF_8));

  @TempDir Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("org.headrace");
  private final List<Journal.Event> events = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() {
    logger.setLevel(Level.TRACE);
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
  }

  @Test
  void a_planted_secret_is_sent_and_stands_nowhere() throws Exception {
    List<Behaviour> behaviours =
        List.of(
            guarded("open-door", (asked, line) -> line.xml(asked.bytes())),
            guarded("fault", (asked, line) -> line.answer("500 Oh", "")),
            guarded("shut-door", (asked, line) -> line.answer("401 Who", "")),
            guarded("no-feed", (asked, line) -> line.html("<p>Hello</p>")),
            guarded("breaks", (asked, line) -> line.reset()),
            guarded("away", (asked, line) -> line.redirect(302, "http://127.0.0.66/x")));
    try (MisbehavingServer server = new MisbehavingServer(0, behaviours)) {
      run(server, behaviours);
      assertTrue(
          server.conversations().stream()
              .filter(talk -> !talk.asked().path().equals("/robots.txt"))
              .allMatch(talk -> talk.asked().header("Authorization").equals("Basic " + CODED)));
    }
    for (String part : List.of(SECRET, CODED)) {
      log.list.forEach(event -> assertFalse(said(event).contains(part), said(event)));
      events.forEach(event -> assertFalse(event.toString().contains(part), event.toString()));
      for (Path file : files()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(part), file.toString());
      }
    }
  }

  private long polls() {
    return events.stream().filter(Journal.Polled.class::isInstance).count();
  }

  private long articles() {
    return events.stream().filter(Journal.Read.class::isInstance).count();
  }

  private static String said(ILoggingEvent event) {
    String thrown = event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage();
    return event.getFormattedMessage() + " " + thrown;
  }

  private static Behaviour guarded(String name, Behaviour.Script script) {
    return Behaviour.of(name, Wanted.OK, "wants a password", script).withPages();
  }

  private void run(MisbehavingServer server, List<Behaviour> behaviours) throws Exception {
    Settings usual = Settings.defaults(folder);
    Settings settings =
        new Settings(
            "",
            new StoreSettings(folder.resolve("data").toString()),
            new PublishSettings("Secrets", 100, ""),
            usual.web(),
            usual.poll(),
            new FetchSettings(
                "headrace/0",
                Duration.ZERO,
                8,
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                100_000,
                100_000,
                5,
                true,
                Duration.ZERO),
            new ScrapeSettings(1, Duration.ofSeconds(1), Duration.ZERO, 3),
            RuleSettings.NONE,
            usual.duplicates(),
            usual.retention(),
            usual.stages(),
            Operation.DEFAULT);
    Program.Plan plan =
        new Program.Plan(
            new Home(Path.of("").toAbsolutePath(), folder),
            settings,
            sources(server, behaviours),
            Pace.QUICK,
            false,
            Optional.of(folder.resolve("out")),
            events::add);
    try (Program program = Program.start(plan)) {
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> polls() == behaviours.size() && articles() >= 3 && program.waiting() == 0);
      program.publish();
    }
  }

  private List<Source> sources(MisbehavingServer server, List<Behaviour> behaviours)
      throws IOException {
    Path file = folder.getParent().resolve(folder.getFileName() + "-secret");
    Files.writeString(file, SECRET + "\n");
    file.toFile().deleteOnExit();
    String reference = "${file:" + file + "}";
    Access access =
        new Access(
            "",
            List.of(new Access.Header("X-Api-Key", reference)),
            "miller",
            reference,
            "",
            Optional.empty());
    List<Source> sources = new ArrayList<>();
    for (Behaviour one : behaviours) {
      String place = "http://127.3.0.%d:%d/".formatted(sources.size() + 1, server.port());
      sources.add(
          new Source(
              one.name(),
              URI.create(place + one.name() + "/feed.xml"),
              List.of(),
              new Every.Fixed(Duration.ofHours(1)),
              FullText.ALWAYS,
              true,
              List.of(),
              Optional.empty(),
              Optional.of(access),
              Optional.empty(),
              false,
              Optional.empty()));
    }
    return sources;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
