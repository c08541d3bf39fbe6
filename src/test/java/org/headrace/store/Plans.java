package org.headrace.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** By which index each table is read for what is asked all day. */
final class Plans {
  private static final Pattern SQLITE =
      Pattern.compile("(SCAN|SEARCH) (\\w+)(?: USING (?:COVERING )?(?:INDEX (\\w+)|.*KEY).*)?");
  private static final Pattern POSTGRES =
      Pattern.compile(
          "(?:Index (?:Only )?Scan (?:Backward )?using (\\w+) on|Bitmap Index Scan on (\\w+)|Seq Scan on (\\w+))");

  private final Connection connection;
  private final Set<String> tables = new HashSet<>();

  private Plans(Connection connection) throws SQLException {
    this.connection = connection;
    try (ResultSet rows =
        connection.getMetaData().getTables(null, connection.getSchema(), "%", null)) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
  }

  /**
   * Does everything once and tells how.
   *
   * @param connection that {@code database} goes over
   * @return indexes by what was asked; a table that is read as a whole, which a small one may be,
   *     says so
   */
  static Map<String, SortedSet<String>> of(
      OneConnection database, Connection connection, boolean sqlite, Instant now) throws Exception {
    Plans plans = new Plans(connection);
    if (!sqlite) {
      plans.listen();
    }
    Map<String, SortedSet<String>> found = new LinkedHashMap<>();
    database.said();
    for (Map.Entry<String, ManyArticles.Work> one :
        ManyArticles.day(new Store(database), now).entrySet()) {
      one.getValue().run();
      SortedSet<String> used = new TreeSet<>();
      for (String step : sqlite ? steps(connection, database.said()) : database.told()) {
        (sqlite ? SQLITE : POSTGRES)
            .matcher(step)
            .results()
            .map(match -> sqlite ? plans.sqlite(match) : postgres(match))
            .forEach(used::addAll);
      }
      found.put(one.getKey(), used);
    }
    return found;
  }

  /** From now on the server tells the plan of each statement with its results. */
  private void listen() throws SQLException {
    try (Statement set = connection.createStatement()) {
      set.execute("load 'auto_explain'");
      set.execute("set auto_explain.log_min_duration = 0");
      set.execute("set client_min_messages = log");
    }
  }

  /** The steps by which SQLite does what {@code statements} say. */
  static List<String> steps(Connection connection, List<String> statements) throws SQLException {
    List<String> steps = new ArrayList<>();
    for (String statement : statements) {
      try (Statement explain = connection.createStatement();
          ResultSet rows = explain.executeQuery("explain query plan " + statement)) {
        while (rows.next()) {
          steps.add(rows.getString("detail"));
        }
      }
    }
    return steps;
  }

  private List<String> sqlite(MatchResult step) {
    String table = step.group(2);
    String index = step.group(3);
    if (!tables.contains(table)) {
      return List.of(); // a part of the statement that has a name
    }
    if (index != null && !index.startsWith("sqlite_autoindex_")) {
      return List.of(index);
    }
    return List.of((step.group(1).equals("SCAN") ? "all of " : "key of ") + table);
  }

  private static List<String> postgres(MatchResult step) {
    if (step.group(3) != null) {
      return List.of("all of " + step.group(3));
    }
    String index = step.group(1) == null ? step.group(2) : step.group(1);
    return List.of(index.endsWith("_pkey") ? "key of " + index.replace("_pkey", "") : index);
  }
}
