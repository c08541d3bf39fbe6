package org.headrace.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Copies all that one store remembers into an empty one: whole, in one transaction, or not. */
public final class StoreCopy {
  private static final int AT_ONCE = 500;
  private static final String ITS_OWN = "flyway_";

  /** Each database has its own form of these; they are made anew of the rest. */
  private static final Set<String> MADE_ANEW = Set.of("story_words", "story_searched");

  private final Connection from;
  private final Connection to;

  private StoreCopy(Connection from, Connection to) {
    this.from = from;
    this.to = to;
  }

  /** A column of a table, and how its values are carried. */
  private record Column(String name, Carried carried) {}

  private enum Carried {
    TRUTH,
    NUMBER,
    TEXT,
    BYTES;

    /** By the name that either database has for a type. */
    static Carried of(String type) {
      return switch (type.toLowerCase(Locale.ROOT)) {
        case "bool", "boolean" -> TRUTH;
        case "int4", "int8", "integer", "bigint" -> NUMBER;
        case "bytea" -> BYTES;
        default -> TEXT;
      };
    }
  }

  /**
   * Copies {@code from}, which no program may work on meanwhile, to {@code to}. What was claimed
   * there is free here.
   *
   * @param from a store for one alone: its folder is held until all is done
   * @return how many rows each table has now
   * @throws StoreException if a program works on {@code from}, if {@code to} is not empty, or if
   *     either fails; then {@code to} is as it was
   */
  public static SortedMap<String, Long> copy(StoreSettings from, StoreSettings to, Instant now) {
    if (from.shared()) {
      throw new StoreException(
          "Only a store in a folder can be moved: others may work on this one.");
    }
    try (Database source = Store.database(from);
        Database target = Store.database(to)) {
      return source.read(
          rows ->
              target.write(
                  copies -> {
                    try {
                      var copy = new StoreCopy(rows.getConnection(), copies.getConnection());
                      SortedMap<String, Long> copied = copy.all();
                      ArticleTable.handBack(copies, now);
                      copies.execute("update ledger set value = 0 where name = 'search'");
                      return copied;
                    } catch (SQLException e) {
                      throw Failures.of(e);
                    }
                  }));
    }
  }

  private SortedMap<String, Long> all() throws SQLException {
    Set<String> tables = tables(from);
    tables.retainAll(tables(to));
    tables.removeAll(MADE_ANEW);
    refuseUnlessEmpty();
    SortedMap<String, Long> copied = new TreeMap<>();
    for (String table : tables) {
      copied.put(table, copy(table));
    }
    return copied;
  }

  private void refuseUnlessEmpty() throws SQLException {
    if (number(from, "select count(*) from source") == 0) {
      throw new StoreException("There is nothing to copy: no source was ever listed there.");
    }
    long kept =
        number(to, "select count(*) from source")
            + number(to, "select count(*) from article")
            + number(to, "select count(*) from story");
    if (kept > 0) {
      throw new StoreException(
          "The new store is not empty: it has " + kept + " sources, articles and stories.");
    }
  }

  private static Set<String> tables(Connection database) throws SQLException {
    Set<String> tables = new TreeSet<>();
    DatabaseMetaData known = database.getMetaData();
    try (ResultSet rows =
        known.getTables(null, database.getSchema(), "%", new String[] {"TABLE"})) {
      while (rows.next()) {
        String name = rows.getString("TABLE_NAME");
        if (!name.startsWith(ITS_OWN)) {
          tables.add(name);
        }
      }
    }
    return tables;
  }

  private List<Column> columns(String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    DatabaseMetaData known = to.getMetaData();
    try (ResultSet rows = known.getColumns(null, to.getSchema(), table, "%")) {
      while (rows.next()) {
        columns.add(
            new Column(rows.getString("COLUMN_NAME"), Carried.of(rows.getString("TYPE_NAME"))));
      }
    }
    return columns;
  }

  private long copy(String table) throws SQLException {
    List<Column> columns = columns(table);
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    try (Statement emptied = to.createStatement();
        Statement read = from.createStatement();
        PreparedStatement write =
            to.prepareStatement("insert into %s (%s) values (%s)".formatted(table, names, marks))) {
      emptied.executeUpdate("delete from " + table);
      read.setFetchSize(AT_ONCE);
      try (ResultSet rows = read.executeQuery("select %s from %s".formatted(names, table))) {
        carry(rows, columns, write);
      }
    }
    return verified(table);
  }

  private static void carry(ResultSet rows, List<Column> columns, PreparedStatement write)
      throws SQLException {
    int waiting = 0;
    while (rows.next()) {
      for (int i = 1; i <= columns.size(); i++) {
        write.setObject(i, value(rows, i, columns.get(i - 1).carried));
      }
      write.addBatch();
      waiting++;
      if (waiting == AT_ONCE) {
        write.executeBatch();
        waiting = 0;
      }
    }
    write.executeBatch();
  }

  private static @Nullable Object value(ResultSet rows, int column, Carried carried)
      throws SQLException {
    Object value =
        switch (carried) {
          case TRUTH -> rows.getBoolean(column);
          case NUMBER -> rows.getLong(column);
          case TEXT -> rows.getString(column);
          case BYTES -> rows.getBytes(column);
        };
    return rows.wasNull() ? null : value instanceof String text ? Storable.text(text) : value;
  }

  private long verified(String table) throws SQLException {
    String statement = "select count(*) from " + table;
    long there = number(from, statement);
    long here = number(to, statement);
    if (there != here) {
      throw new StoreException(
          "Of %d rows of %s %d arrived: nothing was moved.".formatted(there, table, here));
    }
    return here;
  }

  private static long number(Connection database, String statement) throws SQLException {
    try (Statement ask = database.createStatement();
        ResultSet rows = ask.executeQuery(statement)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }
}
