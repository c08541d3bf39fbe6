package org.headrace.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headrace.group.StoryIndex;
import org.headrace.model.Arrival;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Entry;
import org.headrace.model.Every;
import org.headrace.model.Feed;
import org.headrace.model.Fingerprint;
import org.headrace.model.FullText;
import org.headrace.model.Grouping;
import org.headrace.model.HostTurn;
import org.headrace.model.Marks;
import org.headrace.model.NextPoll;
import org.headrace.model.Page;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.StableHash;
import org.headrace.model.Words;
import org.headrace.parse.FeedParser;
import org.headrace.pipeline.FeedArticles;
import org.headrace.pipeline.HubPings;
import org.headrace.pipeline.PublishSettings;
import org.headrace.pipeline.Publisher;
import org.headrace.publish.Edition;
import org.headrace.publish.Editions;
import org.headrace.publish.OutputWriter;
import org.headrace.publish.Publication;
import org.headrace.store.ArticleWork;
import org.headrace.store.Known;
import org.headrace.store.Placing;
import org.headrace.store.Polled;
import org.headrace.store.PolledEntry;
import org.headrace.store.ReadArticle;
import org.headrace.store.Store;
import org.headrace.store.StoreSettings;
import org.headrace.web.FeedServer;
import org.headrace.web.Health;
import org.headrace.web.WebSettings;

/** What publishing costs, in CPU and as ratios to what could not be done with less. */
public final class PublishSpeed {
  private static final int SOURCES = 500;
  private static final int EACH = 20;
  private static final int ROUNDS = 150;
  private static final URI SITE = URI.create("http://127.0.0.1/");
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Instant now = START;

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("publish-speed");
    try {
      new PublishSpeed().run(folder);
    } finally {
      try (var tree = Files.walk(folder)) {
        tree.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
      }
    }
  }

  private void run(Path folder) throws Exception {
    try (Store store = Store.open(new StoreSettings(folder.resolve("store").toString()))) {
      fill(store);
      Editions editions = new Editions();
      Publisher publisher =
          new Publisher(
              store,
              new PublishSettings("Speed", 200, "bench"),
              SITE,
              editions,
              Optional.empty(),
              new HubPings(List.of(), null, () -> now),
              () -> now,
              event -> {});
      publisher.publish();
      making(store, folder);
      changing(store, publisher, editions);
      answering(editions, folder);
    }
  }

  /** The three feeds of 200 stories, and the same bytes as they are. */
  private void making(Store store, Path folder) throws IOException {
    Publication publication =
        new Publication(
            "Speed",
            SITE,
            "",
            store.stories().newest(200, Optional.empty()),
            store.sources().listed(),
            List.of(),
            "bench");
    List<Edition> made = List.of();
    double[] making = new double[ROUNDS];
    double[] writing = new double[ROUNDS];
    for (int i = -ROUNDS; i < ROUNDS; i++) {
      long start = System.nanoTime();
      made = OutputWriter.feeds(publication);
      long between = System.nanoTime();
      for (Edition edition : made) {
        Files.write(folder.resolve(edition.file()), edition.plain());
      }
      if (i >= 0) {
        making[i] = (between - start) / 1e6;
        writing[i] = (System.nanoTime() - between) / 1e6;
      }
    }
    long bytes = made.stream().mapToLong(edition -> edition.plain().length).sum();
    say(
        "three feeds of 200 stories, %,d bytes: made in %.1f ms, written as they are in %.1f ms: %.1f times",
        bytes, median(making), median(writing), median(making) / median(writing));
  }

  /** One story more, again and again. */
  private void changing(Store store, Publisher publisher, Editions editions) throws IOException {
    double[] all = new double[ROUNDS];
    double[] packed = new double[ROUNDS];
    for (int i = -ROUNDS; i < ROUNDS; i++) {
      carry(store, SOURCES, 100 + i + ROUNDS);
      long start = MACHINE.getProcessCpuTime();
      publisher.publish();
      long between = MACHINE.getProcessCpuTime();
      Edition feed = editions.find("/feed.atom").orElseThrow();
      long size = feed.gzip().length + feed.brotli().length;
      if (i >= 0 && size > 0) {
        all[i] = (between - start) / 1e6;
        packed[i] = (MACHINE.getProcessCpuTime() - between) / 1e6;
      }
    }
    say(
        "%,d stories of %d sources, one more: %.1f ms of CPU until all feeds and pages are there, %.1f ms more for /feed.atom as gzip and br",
        SOURCES * EACH, SOURCES, mean(all), mean(packed));
  }

  private static void answering(Editions editions, Path folder) throws Exception {
    Edition feed = editions.find("/feed.atom").orElseThrow();
    WebSettings here = new WebSettings("127.0.0.1", 0, URI.create("http://127.0.0.1/"));
    try (FeedServer server = new FeedServer(here, editions, () -> new Health(true, List.of()));
        Nginx nginx = Nginx.serving(folder.resolve("www"), feed.plain())) {
      say("answers a second over 8 connections, /feed.atom of %,d bytes:", feed.plain().length);
      ask("in full", server.port(), nginx, "", "", 400);
      ask("not modified", server.port(), nginx, feed.etag(), nginx.tag(), 4_000);
    }
  }

  private static void ask(String what, int port, Nginx nginx, String tag, String nginxTag, int each)
      throws Exception {
    rate(port, tag, each); // warm
    long before = MACHINE.getProcessCpuTime();
    double ours = rate(port, tag, each);
    double cpu = (MACHINE.getProcessCpuTime() - before) / 1e6 / (each * 8.0);
    if (nginx.port() == 0) {
      say("  %s: %.0f, %.3f ms of CPU each; nginx is skipped: not installed", what, ours, cpu);
      return;
    }
    rate(nginx.port(), nginxTag, each);
    double theirs = rate(nginx.port(), nginxTag, each);
    say(
        "  %s: %.0f, %.3f ms of CPU each; nginx %.0f: %.2f of its speed",
        what, ours, cpu, theirs, ours / theirs);
  }

  private static double rate(int port, String tag, int each) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process asker =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Asker.class.getName(),
                "" + port,
                "/feed.atom",
                tag,
                "" + each,
                "8")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(asker.getInputStream().readAllBytes()).strip();
    if (asker.waitFor() != 0) {
      throw new IllegalStateException("the asker failed");
    }
    return Double.parseDouble(said);
  }

  private void fill(Store store) {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i <= SOURCES; i++) {
      sources.add(source(i));
    }
    store.sources().sync(sources, now);
    for (int i = 0; i < EACH; i++) {
      for (HostTurn turn : store.turns().claim(SOURCES + 1, Duration.ofHours(1), now)) {
        carry(store, turn, i);
      }
      now = now.plus(Duration.ofHours(2));
    }
  }

  private void carry(Store store, int number, int entry) {
    now = now.plus(Duration.ofHours(2));
    for (HostTurn turn : store.turns().claim(SOURCES + 1, Duration.ofHours(1), now)) {
      if (turn.source().id().equals(source(number).id())) {
        carry(store, turn, entry);
      }
    }
  }

  private void carry(Store store, HostTurn turn, int number) {
    Feed feed = feed(turn.source(), number);
    Entry entry = feed.entries().getFirst();
    String key = entry.id();
    PollState state = PollState.NEW;
    NextPoll next = new NextPoll(now.plus(Duration.ofHours(2)), Duration.ofHours(2), "bench");
    PolledEntry polled = new PolledEntry(key, StableHash.of(key), entry);
    Polled answer = new Polled(List.of(polled), state, next, Duration.ofMillis(1));
    for (ArticleId id : store.turns().complete(turn, answer, now).orElseThrow()) {
      ArticleWork work = store.articles().claim(id, Duration.ofHours(1), now).orElseThrow();
      Article draft = FeedArticles.of(turn.source(), feed, now).getFirst();
      Article article = numbered(draft, id);
      Fingerprint print = new Fingerprint(StableHash.of(key), Words.NONE, 0, Words.NONE);
      store.articles().keep(work, new ReadArticle(article, key, "", print), now);
      store.stories().place(id, ALONE, now);
    }
  }

  private static final Placing ALONE =
      new Placing() {
        @Override
        public Grouping place(Arrival arrival, Known known) {
          return new Grouping.Begins("alone", 0, "");
        }

        @Override
        public Marks marks(Arrival arrival) {
          return StoryIndex.marks(arrival);
        }

        @Override
        public ArticleId face(List<Article> articles) {
          return articles.getFirst().id();
        }
      };

  private static Article numbered(Article draft, ArticleId id) {
    return new Article(
        id,
        draft.source(),
        draft.sourceName(),
        draft.entryId(),
        draft.link(),
        draft.title(),
        draft.authors(),
        draft.content(),
        draft.text(),
        draft.summary(),
        draft.image(),
        draft.topics(),
        draft.categories(),
        draft.enclosures(),
        draft.language(),
        draft.rights(),
        draft.published(),
        draft.updated(),
        draft.seen(),
        draft.origin(),
        draft.note());
  }

  private Feed feed(Source source, int number) {
    String text =
        "&lt;p&gt;The old weir was measured again in the year %d, because the first figure looked like a mistake to everybody who had seen the river.&lt;/p&gt;"
            .formatted(1000 + number)
            .repeat(24);
    String document =
        "<rss version='2.0'><channel><title>S</title><item><guid>%s-%d</guid><title>Story %d of %s</title><link>%s/%d</link><category>rivers</category><description>%s</description></item></channel></rss>"
            .formatted(
                source.name(), number, number, source.name(), source.address(), number, text);
    try {
      return FeedParser.parse(
          Page.of(source.address(), "application/rss+xml", document.getBytes()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Source source(int number) {
    return new Source(
        "Paper " + number,
        URI.create("https://paper" + number + ".example/feed"),
        List.of("news"),
        new Every.Fixed(Duration.ofHours(2)),
        FullText.NEVER,
        false,
        List.of());
  }

  /**
   * The clock of a process moves in steps of 10 ms, so many rounds tell more than the middle one.
   */
  private static double mean(double[] rounds) {
    return Arrays.stream(rounds).average().orElseThrow();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void say(String words, Object... figures) {
    System.out.printf(Locale.ROOT, words + "%n", figures);
  }
}
