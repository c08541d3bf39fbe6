package org.headrace.store;

import static org.headrace.store.Samples.HOUR;
import static org.headrace.store.Samples.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked all day is found by an index, however much is kept. */
class PlansTest {
  private static final int SOURCES = 4_000;
  private static final int EACH = 3;
  private static final String BIG =
      "article|source|host|story|story_topic|page_line|subscription|source_topic";
  private static final Pattern SCAN = Pattern.compile("SCAN (" + BIG + ")\\b(?!.*USING).*");

  @TempDir Path folder;

  @Test
  void sqlite_reads_no_table_from_end_to_end() throws Exception {
    StoreSettings settings = new StoreSettings(folder.resolve("data").toString());
    Store.open(settings).close();
    String url = "jdbc:sqlite:" + folder.resolve("data/headrace.db");
    try (Connection connection = DriverManager.getConnection(url);
        OneConnection database = new OneConnection(DriverManager.getConnection(url), true)) {
      Store store = new Store(database);
      ManyArticles.fill(store, connection, SOURCES, EACH);
      database.said();
      List<String> scans = new ArrayList<>();
      for (Map.Entry<String, ManyArticles.Work> one :
          ManyArticles.day(store, NOON.plus(HOUR)).entrySet()) {
        one.getValue().run();
        for (String statement : database.said()) {
          scans.addAll(scans(connection, one.getKey(), statement));
        }
      }
      assertEquals(List.of(), scans);
    }
  }

  private static List<String> scans(Connection connection, String work, String statement)
      throws SQLException {
    return Plans.steps(connection, List.of(statement)).stream()
        .filter(step -> SCAN.matcher(step).matches())
        .map(step -> work + ": " + step + " in " + statement)
        .toList();
  }

  @Test
  void postgres_reads_no_table_from_end_to_end() throws Exception {
    TestPostgres.require();
    String schema = TestPostgres.freshSchema();
    String url = TestPostgres.url(schema);
    Store.open(new StoreSettings(url)).close();
    Connection connection = DriverManager.getConnection(url);
    try (OneConnection database = new OneConnection(connection, false)) {
      Store store = new Store(database);
      ManyArticles.fill(store, connection, SOURCES, EACH);
      Map<String, String> scans = new TreeMap<>();
      for (Map.Entry<String, ManyArticles.Work> one :
          ManyArticles.day(store, NOON.plus(HOUR)).entrySet()) {
        Map<String, Long> before = wholeReadings(connection, schema);
        one.getValue().run();
        Map<String, Long> after = wholeReadings(connection, schema);
        if (one.getKey().startsWith("read the newest")) {
          after.put("source", before.get("source")); // for 200 names it may read them all
        }
        if (!after.equals(before)) {
          scans.put(one.getKey(), before + " -> " + after);
        }
      }
      assertEquals(Map.of(), scans);
    } finally {
      TestPostgres.drop(schema);
    }
  }

  /** How often each table was read from end to end since the server began. */
  private static Map<String, Long> wholeReadings(Connection connection, String schema)
      throws SQLException {
    Map<String, Long> readings = new TreeMap<>();
    try (Statement ask = connection.createStatement()) {
      ask.execute("select pg_stat_force_next_flush()");
      ask.execute("select pg_stat_clear_snapshot()");
      try (ResultSet rows =
          ask.executeQuery(
              "select relname, seq_scan from pg_stat_user_tables where schemaname = '%s'"
                      .formatted(schema)
                  + " and relname = any(string_to_array('%s', '|'))".formatted(BIG))) {
        while (rows.next()) {
          readings.put(rows.getString("relname"), rows.getLong("seq_scan"));
        }
      }
    }
    return readings;
  }
}
