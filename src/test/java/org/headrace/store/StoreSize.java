package org.headrace.store;

import static org.headrace.store.Samples.HOUR;
import static org.headrace.store.Samples.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Fills a store with many articles and prints how long takes what is asked all day, and by which
 * index.
 */
final class StoreSize {
  private static final int TIMES = 21;

  private StoreSize() {}

  /** Arguments: sqlite or postgres, the number of articles, of sources, and a folder of its own. */
  public static void main(String[] arguments) throws Exception {
    int articles = Integer.parseInt(arguments[1]);
    int sources = Integer.parseInt(arguments[2]);
    Path folder = Path.of(arguments[3]);
    if (arguments[0].equals("sqlite")) {
      String url = "jdbc:sqlite:" + folder.resolve("headrace.db");
      measure(new StoreSettings(folder.toString()), url, sources, articles / sources);
      try (Stream<Path> files = Files.list(folder)) {
        long bytes = files.mapToLong(StoreSize::size).sum();
        System.out.printf("size           %,d MB%n", bytes >> 20);
      }
    } else {
      String schema = TestPostgres.freshSchema();
      String url = TestPostgres.url(schema);
      measure(new StoreSettings(url), url, sources, articles / sources);
      try (Connection connection = DriverManager.getConnection(url)) {
        System.out.printf("size           %,d MB%n", bytes(connection, schema) >> 20);
      }
    }
    System.exit(0);
  }

  private static void measure(StoreSettings settings, String url, int sources, int each)
      throws Exception {
    try (Store store = Store.open(settings);
        Connection connection = DriverManager.getConnection(url)) {
      long begun = System.nanoTime();
      ManyArticles.fill(store, connection, sources, each);
      System.out.printf(
          "%,d articles of %,d sources; filled in %d s%n",
          (long) sources * each, sources, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
      print(times(store));
    }
    boolean sqlite = url.startsWith("jdbc:sqlite:");
    // in one go, so that the server tells a plan before the next statement comes
    String plain = sqlite ? url : url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple";
    Connection connection = DriverManager.getConnection(plain);
    try (OneConnection database = new OneConnection(connection, sqlite)) {
      System.out.println("read by");
      Plans.of(database, connection, sqlite, NOON.plus(HOUR).plus(HOUR))
          .forEach((what, used) -> System.out.printf("%-41s %s%n", what, String.join(", ", used)));
    }
  }

  private static Map<String, long[]> times(Store store) throws Exception {
    Map<String, long[]> times = new LinkedHashMap<>();
    for (int i = 0; i < TIMES; i++) {
      for (Map.Entry<String, ManyArticles.Work> one :
          ManyArticles.day(store, NOON.plus(HOUR).plusSeconds(i)).entrySet()) {
        long begun = System.nanoTime();
        one.getValue().run();
        times.computeIfAbsent(one.getKey(), key -> new long[TIMES])[i] = System.nanoTime() - begun;
      }
    }
    return times;
  }

  private static void print(Map<String, long[]> times) {
    times.forEach(
        (what, each) -> {
          Arrays.sort(each);
          System.out.printf(
              "%-38s median %8.2f ms, most %8.2f ms%n",
              what, each[TIMES / 2] / 1e6, each[TIMES - 1] / 1e6);
        });
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private static long bytes(Connection connection, String schema) throws SQLException {
    try (Statement ask = connection.createStatement();
        ResultSet rows =
            ask.executeQuery(
                "select sum(pg_total_relation_size(relid)) from pg_stat_user_tables"
                    + " where schemaname = '%s'".formatted(schema))) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }
}
