package org.headrace.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The words around pieces of work on one SQLite connection, prepared once: they are said often. */
final class Bracket {
  private final PreparedStatement open;
  private final PreparedStatement mark;
  private final PreparedStatement back;
  private final PreparedStatement unmark;
  private final PreparedStatement commit;

  /**
   * A bracket for one connection.
   *
   * @param begin the statement that opens a transaction
   */
  Bracket(Connection connection, String begin) throws SQLException {
    open = connection.prepareStatement(begin);
    mark = connection.prepareStatement("savepoint job");
    back = connection.prepareStatement("rollback to job");
    unmark = connection.prepareStatement("release job");
    commit = connection.prepareStatement("commit");
  }

  void open() throws SQLException {
    open.execute();
  }

  /** Where a piece of work begins that may have to be undone by itself. */
  void mark() throws SQLException {
    mark.execute();
  }

  void backToMark() throws SQLException {
    back.execute();
  }

  void unmark() throws SQLException {
    unmark.execute();
  }

  void commit() throws SQLException {
    commit.execute();
  }
}
