package org.headrace.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.headrace.clean.HtmlCleaner;
import org.headrace.group.GroupSettings;
import org.headrace.model.Article;
import org.headrace.model.ArticleId;
import org.headrace.model.Entry;
import org.headrace.model.Every;
import org.headrace.model.FullText;
import org.headrace.model.HostTurn;
import org.headrace.model.NextPoll;
import org.headrace.model.PlainText;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.TextOrigin;
import org.headrace.pipeline.StoryGrouper;
import org.headrace.store.ArticleWork;
import org.headrace.store.Polled;
import org.headrace.store.PolledEntry;
import org.headrace.store.ReadArticle;
import org.headrace.store.Store;
import org.headrace.store.StoreSettings;
import org.slf4j.LoggerFactory;

/**
 * Groups one stream of articles on one PostgreSQL, by one process, by four that are dealt the
 * articles in turn, and by one again in the order in which the four decided.
 */
public final class GroupNodes {
  private static final int ARTICLES = Integer.getInteger("articles", 2_000);
  private static final int NODES = 4;
  private static final Instant NOW = MadeArticles.START.plus(Duration.ofDays(2));

  private GroupNodes() {}

  public static void main(String[] arguments) throws Exception {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    if (arguments.length > 0) {
      node(arguments[0], arguments[1]);
      return;
    }
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "200");
    try (EmbeddedPostgres server = builder.start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      List<Long> inTurn = new ArrayList<>();
      for (long i = 0; i < ARTICLES; i++) {
        inTurn.add(i);
      }
      say(
          "grouped by",
          "articles a second",
          "ms of CPU an article, all nodes",
          "pairs of one story",
          "same pairs as made, F1");
      say("---", "---", "---", "---", "---");
      run("one process", schema(url, "one"), 1, inTurn);
      Map<Long, Long> four = run("four processes", schema(url, "four"), NODES, inTurn);
      List<Long> theirs = order(schema(url, "four"));
      Map<Long, Long> again = run("one, in the order of the four", schema(url, "again"), 1, theirs);
      System.out.printf("%nthe same clusters in that order: %s%n", four.equals(again));
    }
  }

  private static void say(Object... columns) {
    System.out.println(
        "| " + String.join(" | ", List.of(columns).stream().map(Object::toString).toList()) + " |");
  }

  private static String schema(String url, String name) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists " + name);
    }
    return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name;
  }

  /** Gives the first article of each one's story, both by their numbers. */
  private static Map<Long, Long> run(String name, String url, int nodes, List<Long> order)
      throws Exception {
    try (Store store = Store.open(new StoreSettings(url))) {
      fill(store);
    }
    Map<Long, Long> ids = ids(url);
    List<Process> processes = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      Path dealt = Files.createTempFile("dealt", ".txt");
      StringBuilder lines = new StringBuilder();
      for (int i = node; i < order.size(); i += nodes) {
        lines.append(ids.get(order.get(i))).append('\n');
      }
      Files.writeString(dealt, lines);
      processes.add(start(url, dealt));
    }
    for (Process process : processes) {
      answer(process); // ready
    }
    long start = System.nanoTime();
    for (Process process : processes) {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    }
    long computed = 0;
    for (Process process : processes) {
      computed += Long.parseLong(answer(process));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    for (Process process : processes) {
      process.waitFor();
    }
    Map<Long, Long> clusters = clusters(url);
    long[] pairs = pairs(clusters);
    say(
        name,
        String.format(Locale.ROOT, "%.0f", ARTICLES / seconds),
        String.format(Locale.ROOT, "%.2f", computed / 1e6 / ARTICLES),
        pairs[0],
        String.format(Locale.ROOT, "%.4f", 2.0 * pairs[2] / (pairs[0] + pairs[1])));
    return clusters;
  }

  private static Process start(String url, Path dealt) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            GroupNodes.class.getName(),
            url,
            dealt.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String answer(Process process) throws IOException {
    String line =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    if (line == null) {
      throw new IOException("a node ended before its work was done");
    }
    return line;
  }

  private static void node(String url, String dealt) throws IOException {
    try (Store store = Store.open(new StoreSettings(url))) {
      StoryGrouper grouper = new StoryGrouper(store, GroupSettings.USUAL, () -> NOW, event -> {});
      List<ArticleId> ids =
          Files.readAllLines(Path.of(dealt)).stream()
              .map(Long::valueOf)
              .map(ArticleId::new)
              .toList();
      System.out.println("ready");
      System.in.read();
      long computed = cpu();
      ids.forEach(grouper::group);
      System.out.println(cpu() - computed);
    }
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void fill(Store store) {
    MadeArticles made = new MadeArticles(ARTICLES);
    List<MadeArticles.Made> all = new ArrayList<>();
    Map<URI, List<MadeArticles.Made>> bySource = new HashMap<>();
    for (int i = 0; i < ARTICLES; i++) {
      MadeArticles.Made one = made.made(i, true);
      all.add(one);
      bySource.computeIfAbsent(feed(one), feed -> new ArrayList<>()).add(one);
    }
    store.sources().sync(bySource.keySet().stream().map(GroupNodes::source).toList(), NOW);
    List<HostTurn> turns = store.turns().claim(5_000, Duration.ofHours(1), NOW);
    for (HostTurn turn : turns) {
      List<MadeArticles.Made> articles = bySource.get(turn.source().address());
      List<PolledEntry> entries = articles.stream().map(GroupNodes::entry).toList();
      NextPoll next = new NextPoll(NOW.plus(Duration.ofDays(9)), Duration.ofDays(9), "once");
      List<ArticleId> ids =
          store
              .turns()
              .complete(turn, new Polled(entries, PollState.NEW, next, Duration.ZERO), NOW)
              .orElseThrow();
      for (ArticleId id : ids) {
        ArticleWork work = store.articles().claim(id, Duration.ofHours(1), NOW).orElseThrow();
        MadeArticles.Made one = all.get(Integer.parseInt(work.entry().id()));
        store.articles().keep(work, read(work, one), NOW);
      }
    }
  }

  private static URI feed(MadeArticles.Made one) {
    String address = one.arrival().address();
    return URI.create("https://" + address.substring(0, address.indexOf('/')) + "/feed");
  }

  private static Source source(URI feed) {
    return new Source(
        feed.getHost(),
        feed,
        List.of(),
        new Every.Fixed(Duration.ofDays(9)),
        FullText.AUTO,
        false,
        List.of());
  }

  private static PolledEntry entry(MadeArticles.Made one) {
    String id = Long.toString(one.number());
    return new PolledEntry(
        id, one.number(), Entry.builder().id(id).title(one.arrival().title()).build());
  }

  private static ReadArticle read(ArticleWork work, MadeArticles.Made one) {
    Article article =
        new Article(
            work.id(),
            work.source().id(),
            work.source().name(),
            work.entry().id(),
            Optional.of(URI.create("https://" + one.arrival().address())),
            new PlainText(one.arrival().title()),
            List.of(),
            HtmlCleaner.clean(
                "<p>" + one.text().replace("\n", "</p><p>") + "</p>",
                URI.create("https://one.example/")),
            one.text(),
            PlainText.EMPTY,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            "en",
            PlainText.EMPTY,
            one.arrival().published(),
            Optional.empty(),
            work.seen(),
            TextOrigin.FEED,
            "");
    return new ReadArticle(article, one.arrival().address(), "", one.arrival().fingerprint());
  }

  /** The ids of the articles by their numbers. */
  private static Map<Long, Long> ids(String url) throws SQLException {
    return table(
        url, "select cast(reading::json->'article'->>'entryId' as bigint), id from article");
  }

  private static Map<Long, Long> clusters(String url) throws SQLException {
    return table(
        url,
        """
        select cast(body::json->>'entryId' as bigint) as number,
          min(cast(body::json->>'entryId' as bigint)) over (partition by story)
        from article
        """);
  }

  private static List<Long> order(String url) throws SQLException {
    return new ArrayList<>(
        new TreeMap<>(
                table(url, "select decided, cast(body::json->>'entryId' as bigint) from article"))
            .values());
  }

  private static Map<Long, Long> table(String url, String query) throws SQLException {
    Map<Long, Long> rows = new HashMap<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        rows.put(row.getLong(1), row.getLong(2));
      }
    }
    return rows;
  }

  /** How many pairs of articles are in one story: as decided, as made, both. */
  private static long[] pairs(Map<Long, Long> clusters) {
    MadeArticles made = new MadeArticles(ARTICLES);
    long[] originals = new long[ARTICLES];
    for (int i = 0; i < ARTICLES; i++) {
      originals[i] = made.made(i, false).original();
    }
    long[] pairs = new long[3];
    for (int i = 0; i < ARTICLES; i++) {
      for (int j = 0; j < i; j++) {
        boolean decided = clusters.get((long) i).equals(clusters.get((long) j));
        boolean same = originals[i] == originals[j];
        pairs[0] += decided ? 1 : 0;
        pairs[1] += same ? 1 : 0;
        pairs[2] += decided && same ? 1 : 0;
      }
    }
    return pairs;
  }
}
