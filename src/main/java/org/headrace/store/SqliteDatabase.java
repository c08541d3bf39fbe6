package org.headrace.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * A file in a folder of this process alone. Write-ahead log and full synchronisation: what was
 * committed survives a loss of power. One connection writes, a few read beside it.
 *
 * @see <a href="https://www.sqlite.org/wal.html">Write-Ahead Logging</a>
 */
final class SqliteDatabase implements Database {
  private static final int READERS = 3;
  private static final int GROUP = 64;
  private static final int BUSY_MILLIS = 10_000;

  private final FolderLock lock;
  private final List<Connection> connections = new ArrayList<>();
  private final SqliteLane writer;
  private final SqliteLane readers;

  private SqliteDatabase(FolderLock lock, SQLiteDataSource file) throws SQLException {
    this.lock = lock;
    writer = new SqliteLane("writer", "begin immediate", GROUP, connect(file, 1));
    readers = new SqliteLane("reader", "begin", 1, connect(file, READERS));
  }

  static SqliteDatabase open(Path folder) {
    FolderLock lock = FolderLock.take(folder);
    try {
      SQLiteDataSource file = file(folder);
      Migrations.apply(file, "sqlite");
      return new SqliteDatabase(lock, file);
    } catch (Exception e) {
      lock.close();
      throw Failures.of(e);
    }
  }

  private static SQLiteDataSource file(Path folder) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + folder.toAbsolutePath().resolve("headrace.db"));
    return source;
  }

  private List<Jdbi> connect(SQLiteDataSource file, int many) throws SQLException {
    List<Jdbi> opened = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Connection connection = file.getConnection();
      connections.add(connection);
      opened.add(Jdbi.create(connection));
    }
    return opened;
  }

  @Override
  public <T> T write(Function<Handle, T> work) {
    return writer.run(work);
  }

  @Override
  public <T> T read(Function<Handle, T> work) {
    return readers.run(work);
  }

  @Override
  public boolean exclusive() {
    return true;
  }

  /** Nothing: there is one writer, so no row is ever locked. */
  @Override
  public String skipLocked() {
    return "";
  }

  @Override
  public SearchDialect search() {
    return SearchDialect.FTS5;
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
    for (Connection connection : connections.reversed()) {
      try {
        connection.close();
      } catch (SQLException e) {
        // what was committed is on disk; the log is read again at the next start
      }
    }
    lock.close();
  }
}
