package org.headrace.pipeline;

import static org.headrace.pipeline.RestartTest.ARTICLES;
import static org.headrace.pipeline.RestartTest.firsts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.headrace.model.Remembered;
import org.headrace.store.Store;
import org.headrace.store.StoreSettings;
import org.headrace.store.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that a program has left which did not keep what articles are found by. */
class UpgradeTest {
  /** The last form without marks of articles. */
  private static final String FORM = "4";

  private static final int BEFORE = 50;

  @TempDir Path folder;

  private static void make(String url, String dialect) {
    Flyway.configure()
        .dataSource(url, null, null)
        .locations(
            "classpath:org/headrace/store/migrations",
            "classpath:org/headrace/store/dialects/" + dialect)
        .target(FORM)
        .load()
        .migrate();
  }

  private static List<String> column(Statement statement, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /** Copies what the older form has, too. */
  private static void copy(Statement statement, String from, String table, List<String> columns)
      throws SQLException {
    if (table.equals("ledger")) { // later forms have more rows in it
      statement.execute(
          "update ledger set value = (select value from %s.ledger other".formatted(from)
              + " where other.name = ledger.name)");
      return;
    }
    String all = String.join(", ", columns);
    statement.execute("delete from " + table);
    statement.execute(
        "insert into %s (%s) select %s from %s.%s".formatted(table, all, all, from, table));
  }

  private void assertGoesOn(StoreSettings store, List<Long> before) {
    try (Store upgraded = Store.open(store)) {
      List<Remembered> kept = upgraded.stories().since(0, Instant.MIN, ARTICLES);
      assertEquals(BEFORE, kept.size());
      assertTrue(kept.stream().allMatch(one -> one.marks().isEmpty()));
    }
    List<Long> stories = new ArrayList<>(before);
    stories.addAll(RestartTest.group(store, BEFORE, ARTICLES));
    StoreSettings whole = new StoreSettings(folder.resolve("whole").toString());
    assertEquals(firsts(RestartTest.group(whole, 0, ARTICLES)), firsts(stories));
  }

  @Test
  void articles_of_an_older_store_are_known_again_on_sqlite() throws Exception {
    Path newer = folder.resolve("newer");
    List<Long> before = RestartTest.group(new StoreSettings(newer.toString()), 0, BEFORE);
    Path older = Files.createDirectories(folder.resolve("older"));
    String url = "jdbc:sqlite:" + older.resolve("headrace.db");
    make(url, "sqlite");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("attach '" + newer.resolve("headrace.db") + "' as newer");
      for (String table :
          column(
              statement,
              "select name from main.sqlite_master where type = 'table'"
                  + " and name not like 'flyway%' and name not like 'sqlite%'")) {
        copy(
            statement,
            "newer",
            table,
            column(statement, "select name from pragma_table_info('" + table + "')"));
      }
    }
    assertGoesOn(new StoreSettings(older.toString()), before);
  }

  @Test
  void articles_of_an_older_store_are_known_again_on_postgres() throws Exception {
    TestPostgres.require();
    String newer = TestPostgres.freshSchema();
    String older = TestPostgres.freshSchema();
    String url = TestPostgres.url(older);
    try {
      List<Long> before = RestartTest.group(new StoreSettings(TestPostgres.url(newer)), 0, BEFORE);
      make(url, "postgresql");
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        for (String table :
            column(
                statement,
                "select table_name from information_schema.tables where table_schema = '%s'"
                        .formatted(older)
                    + " and table_name not like 'flyway%'")) {
          copy(
              statement,
              newer,
              table,
              column(
                  statement,
                  "select column_name from information_schema.columns where table_schema = '%s'"
                          .formatted(older)
                      + " and table_name = '%s'".formatted(table)));
        }
      }
      assertGoesOn(new StoreSettings(url), before);
    } finally {
      TestPostgres.drop(newer);
      TestPostgres.drop(older);
    }
  }
}
