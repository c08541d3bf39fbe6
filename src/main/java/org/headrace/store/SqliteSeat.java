package org.headrace.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the file for one thread, left when a transaction failed on it and taken anew for
 * the next: the driver ends each statement that fails, a full disk may have ended the transaction,
 * and what is left of both cannot be known.
 */
final class SqliteSeat implements AutoCloseable {
  private final DataSource file;
  private final String begin;
  private @Nullable Taken taken;

  private record Taken(Connection connection, Handle handle, Bracket bracket) {}

  /**
   * Takes it.
   *
   * @param begin the statement that opens a transaction
   */
  SqliteSeat(DataSource file, String begin) throws SQLException {
    this.file = file;
    this.begin = begin;
    taken = take();
  }

  Handle handle() throws SQLException {
    return taken().handle();
  }

  Bracket bracket() throws SQLException {
    return taken().bracket();
  }

  /** Gives the connection up, and with it a transaction that is open. */
  void leave() {
    if (taken != null) {
      try (Connection connection = taken.connection()) {
        taken = null;
      } catch (SQLException e) {
        // what was committed is on disk; the log is read again by the next connection
      }
    }
  }

  @Override
  public void close() {
    leave();
  }

  private Taken taken() throws SQLException {
    Taken now = taken == null ? take() : taken;
    taken = now;
    return now;
  }

  private Taken take() throws SQLException {
    Connection connection = file.getConnection();
    try {
      return new Taken(connection, Jdbi.create(connection).open(), new Bracket(connection, begin));
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }
}
