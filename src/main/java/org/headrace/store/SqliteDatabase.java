package org.headrace.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
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
  private static final String FILE = "headrace.db";
  private static final int READERS = 3;
  private static final int GROUP = 64;
  private static final int BUSY_MILLIS = 10_000;

  private final AutoCloseable lock;
  private final SQLiteDataSource source;
  private final SqliteLane writer;
  private final SqliteLane readers;

  private SqliteDatabase(AutoCloseable lock, SQLiteDataSource file) throws SQLException {
    this.lock = lock;
    this.source = file;
    writer = new SqliteLane("writer", seats(1, "begin immediate"), GROUP);
    readers = new SqliteLane("reader", seats(READERS, "begin"), 1);
  }

  static SqliteDatabase open(Path folder) {
    FolderLock lock = FolderLock.take(folder);
    try {
      SQLiteDataSource file = file(folder);
      keepOlder(folder, file);
      Migrations.apply(file, "sqlite");
      return new SqliteDatabase(lock, file);
    } catch (Exception e) {
      lock.close();
      throw Failures.of(e);
    }
  }

  /**
   * Opens the file beside the program that may be using it: whoever reads never waits, and short
   * writes take turns.
   *
   * @throws StoreException if there is none, or it is of another form than this program knows
   */
  static SqliteDatabase beside(Path folder) {
    if (!Files.isRegularFile(folder.resolve(FILE))) {
      throw new StoreException(
          "There is no store in " + folder + " yet: it is made when the program first runs.");
    }
    try {
      SQLiteDataSource file = file(folder);
      Migrations.demand(file, "sqlite");
      return new SqliteDatabase(() -> {}, file);
    } catch (SQLException | RuntimeException e) {
      throw Failures.of(e);
    }
  }

  /** A copy as the older program knows it, for whoever wants to go back to that. */
  private static void keepOlder(Path folder, SQLiteDataSource file) throws IOException {
    Optional<String> form =
        Files.exists(folder.resolve(FILE))
            ? Migrations.olderForm(file, "sqlite")
            : Optional.empty();
    if (form.isPresent()) {
      Path copies = Files.createDirectories(folder.resolve("backups"));
      Path copy = copies.resolve("before-form-" + form.get() + ".db");
      Files.deleteIfExists(copy);
      copy(file, copy);
    }
  }

  private static void copy(SQLiteDataSource source, Path file) {
    try (Connection connection = source.getConnection();
        PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
      copy.setString(1, file.toAbsolutePath().toString());
      copy.execute();
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private static SQLiteDataSource file(Path folder) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + folder.toAbsolutePath().resolve(FILE));
    return source;
  }

  private List<SqliteSeat> seats(int many, String begin) throws SQLException {
    List<SqliteSeat> seats = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      seats.add(new SqliteSeat(source, begin));
    }
    return seats;
  }

  @Override
  public <T> T write(Function<Handle, T> work) {
    return writer.run(work);
  }

  @Override
  public <T> T read(Function<Handle, T> work) {
    return readers.run(work);
  }

  /** One transaction reads all of it, so the copy is of one moment. */
  @Override
  public void copyTo(Path file) {
    copy(source, file);
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
    try {
      lock.close();
    } catch (Exception e) {
      // the lock ends with the process
    }
  }
}
