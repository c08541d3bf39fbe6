package org.headrace.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.headrace.fingerprint.Fingerprints;
import org.headrace.group.GroupSettings;
import org.headrace.group.StoryIndex;
import org.headrace.model.Arrival;
import org.headrace.model.Grouping;
import org.headrace.model.Marks;
import org.headrace.model.Remembered;
import org.headrace.model.StoryId;
import org.headrace.store.Store;
import org.headrace.store.StoreSettings;
import org.slf4j.LoggerFactory;

/** What grouping costs: CPU and memory for each article, and how long a start takes. */
public final class GroupSpeed {
  private static final int IN_WINDOW = 300_000;
  private static final int MANY_IN_WINDOW = 1_000_000;
  private static final int WARM_UP = 20_000;
  private static final int MEASURED = 20_000;
  private static final int TOKENISED = 20_000;
  private static final int DAYS = 8; // seven, and the one that is not over

  private GroupSpeed() {}

  public static void main(String[] arguments) throws Exception {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    if (arguments.length == 0 || arguments[0].equals("cpu")) {
      tokenising();
      deciding();
    }
    if (arguments.length == 0 || arguments[0].equals("window")) {
      rebuilding();
    }
  }

  private static void tokenising() {
    MadeArticles made = new MadeArticles(IN_WINDOW / DAYS);
    long words = 0;
    long cpu = 0;
    for (int i = 0; i < 2 * TOKENISED; i++) {
      MadeArticles.Made one = made.made(i, true);
      long start = cpu();
      int length = Fingerprints.of(one.arrival().title(), one.text()).body().length();
      if (i >= TOKENISED) {
        cpu += cpu() - start;
        words += length;
      }
    }
    say("words of an article, mean", words / TOKENISED);
    say("tokenising, µs of CPU an article", cpu / 1e3 / TOKENISED);
  }

  private static void deciding() throws IOException {
    int all = IN_WINDOW + WARM_UP + MEASURED;
    MadeArticles made = new MadeArticles(IN_WINDOW / DAYS);
    try (FingerprintFile file = new FingerprintFile(all)) {
      StoryIndex index = new StoryIndex(GroupSettings.USUAL);
      long learning = 0;
      Scores scores = new Scores();
      for (int i = 0; i < IN_WINDOW; i++) {
        MadeArticles.Made one = made.made(i, false);
        long start = cpu();
        learn(index, one.arrival(), one.original());
        learning += cpu() - start;
        file.add(one.arrival());
      }
      say("learning, µs of CPU an article", learning / 1e3 / IN_WINDOW);
      long deciding = 0;
      for (int i = IN_WINDOW; i < all; i++) {
        if (i == IN_WINDOW + WARM_UP) {
          deciding = 0;
          file.asked = 0;
          scores = new Scores();
        }
        MadeArticles.Made one = made.made(i, false);
        long start = cpu();
        Grouping grouping = index.decide(one.arrival(), file::articles);
        // what was decided must not matter to what comes: the truth is learned
        learn(index, one.arrival(), one.original());
        deciding += cpu() - start;
        file.add(one.arrival());
        scores.add(one, grouping);
      }
      say("deciding and learning at 300,000, µs of CPU an article", deciding / 1e3 / MEASURED);
      say("articles asked for in full, an article", (double) file.asked / MEASURED);
      say("right joins, share of copies", scores.recall());
      say("right joins, share of joins", scores.precision());
    }
  }

  private static final class Scores {
    private int copies;
    private int joins;
    private int right;

    void add(MadeArticles.Made one, Grouping grouping) {
      boolean isCopy = one.original() != one.number();
      copies += isCopy ? 1 : 0;
      if (grouping instanceof Grouping.Joins joined) {
        joins++;
        right += joined.story().value() == one.original() ? 1 : 0;
      }
    }

    double recall() {
      return (double) right / copies;
    }

    double precision() {
      return (double) right / joins;
    }
  }

  private static void learn(StoryIndex index, Arrival arrival, long story) {
    index.learn(remembered(arrival, story, index.marksOf(arrival)));
  }

  private static Remembered remembered(Arrival arrival, long story, Marks marks) {
    return new Remembered(
        arrival.id().value() + 1,
        arrival.id(),
        arrival.source(),
        new StoryId(story),
        arrival.seen(),
        marks);
  }

  private static void rebuilding() throws IOException, SQLException {
    Path folder = Files.createTempDirectory("window");
    try {
      StoreSettings settings = new StoreSettings(folder.toString());
      Store.open(settings).close();
      fill(folder.resolve("headrace.db"));
      say("marks in the store, MB for 1,000,000", Files.size(folder.resolve("headrace.db")) / 1e6);
      try (Store store = Store.open(settings)) {
        long before = heap();
        long wall = System.nanoTime();
        long computing = processCpu();
        StoryIndex index = new StoryIndex(GroupSettings.USUAL);
        Instant from = index.horizon(MadeArticles.START.plus(Duration.ofDays(DAYS)).minusMillis(1));
        int[] learned = {0};
        store
            .stories()
            .decided(
                known ->
                    known.since(
                        0,
                        from,
                        one -> {
                          index.learnNew(one);
                          learned[0]++;
                        }));
        int length = learned[0];
        index.decide(
            new MadeArticles(MANY_IN_WINDOW / DAYS).arrival(MANY_IN_WINDOW), ids -> List.of());
        say("rebuilding 1,000,000 from SQLite, s", (System.nanoTime() - wall) / 1e9);
        say("rebuilding, s of CPU", (processCpu() - computing) / 1e9);
        long bytes = heap() - before;
        say("articles in the window", length);
        say("memory, bytes an article", (double) bytes / length);
        say("memory, MB", bytes / 1e6);
        say("whole heap with the window, MB", heap() / 1e6);
        java.lang.ref.Reference.reachabilityFence(index);
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  private static void fill(Path database) throws SQLException {
    MadeArticles made = new MadeArticles(MANY_IN_WINDOW / DAYS);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("insert into mark values (?, ?, ?, ?, ?, ?)")) {
        for (int i = 0; i < MANY_IN_WINDOW; i++) {
          MadeArticles.Made one = made.made(i, false);
          Remembered remembered =
              remembered(one.arrival(), one.original(), StoryIndex.marks(one.arrival()));
          insert.setLong(1, remembered.order());
          insert.setLong(2, remembered.article().value());
          insert.setLong(3, remembered.source().value());
          insert.setLong(4, remembered.story().value());
          insert.setLong(5, remembered.seen().toEpochMilli());
          insert.setBytes(6, remembered.marks().toBytes());
          insert.executeUpdate();
        }
      }
      connection.commit();
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void say(String what, double figure) {
    System.out.printf(Locale.ROOT, "| %s | %,.2f |%n", what, figure);
  }
}
