package org.headrace.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** What keeps the file from being written for a while keeps the program no longer. */
class SqliteTroubleTest {
  @TempDir Path folder;
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(folder);
    database.write(handle -> handle.execute("create table held (bytes blob)"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_file_that_another_held_is_written_again_once_it_is_free() throws Exception {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("headrace.db"));
        Statement statement = other.createStatement()) {
      database.write(handle -> handle.execute("pragma busy_timeout = 1"));
      statement.execute("begin immediate");
      refused("Another program holds the store's file");
      statement.execute("rollback");
      assertEquals(1, added(10));
      assertEquals(1, rows());
    }
  }

  @Test
  void a_file_that_could_not_grow_is_written_again_once_there_is_room() {
    database.write(handle -> handle.execute("pragma max_page_count = 1"));
    refused("the disk is full");
    assertEquals(1, added(10_000_000));
    assertEquals(1, rows());
  }

  /**
   * As on a full disk, which is told when a transaction is committed; here a deferred demand is.
   */
  @Test
  void a_commit_that_failed_is_followed_by_others_that_do_not() throws Exception {
    SQLiteConfig strict = new SQLiteConfig();
    strict.enforceForeignKeys(true);
    SQLiteDataSource source = new SQLiteDataSource(strict);
    source.setUrl("jdbc:sqlite:" + folder.resolve("strict.db"));
    String table =
        "create table kin (id integer primary key, of integer references kin (id)"
            + " deferrable initially deferred)";
    try (SqliteLane lane =
        new SqliteLane("strict", List.of(new SqliteSeat(source, "begin immediate")), 1)) {
      lane.run(handle -> handle.execute(table));
      for (int i = 0; i < 2; i++) {
        assertThrows(
            StoreException.class,
            () -> lane.run(handle -> handle.execute("insert into kin values (1, 9)")));
      }
      int added = lane.run(handle -> handle.execute("insert into kin values (1, 1)"));
      assertEquals(1, added);
    }
  }

  private void refused(String words) {
    StoreException refused = assertThrows(StoreException.class, () -> added(10_000_000));
    assertTrue(refused.getMessage().contains(words), refused.getMessage());
  }

  private int added(int bytes) {
    return database.write(
        handle -> handle.execute("insert into held values (randomblob(?))", bytes));
  }

  private int rows() {
    return database.read(
        handle -> handle.select("select count(*) from held").mapTo(Integer.class).one());
  }
}
