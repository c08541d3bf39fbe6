package org.headrace.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A PostgreSQL database, which several nodes may share. */
final class PostgresDatabase implements Database {
  private static final int CONNECTIONS = 10;
  private static final int IDLE_CONNECTIONS = 2;

  /** A server that has gone without a word is given up then; no statement takes as long. */
  private static final int SILENCE_SECONDS = 600;

  /**
   * Plans made for an empty table cost 70 ms where 2 suffice, so plans are made for the values at
   * hand. A node that hangs within a transaction must not stop the others for ever.
   */
  private static final String AT_START =
      "set plan_cache_mode = force_custom_plan;"
          + " set idle_in_transaction_session_timeout = '60s'";

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private PostgresDatabase(HikariDataSource pool) {
    this.pool = pool;
    jdbi = Jdbi.create(pool);
  }

  static PostgresDatabase open(String url) {
    HikariDataSource pool = null;
    try {
      pool = new HikariDataSource(config(url));
      Migrations.apply(pool, "postgresql");
      return new PostgresDatabase(pool);
    } catch (RuntimeException e) {
      if (pool != null) {
        pool.close();
      }
      throw e instanceof StoreException known
          ? known
          : new StoreException(
              "The store at " + withoutSecrets(url) + " cannot be opened. " + Failures.sentence(e),
              e);
    }
  }

  private static HikariConfig config(String url) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store");
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(IDLE_CONNECTIONS);
    config.setConnectionInitSql(AT_START);
    config.addDataSourceProperty("ApplicationName", "headrace");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("socketTimeout", String.valueOf(SILENCE_SECONDS));
    return config;
  }

  /** Address and name of the database; what follows may hold a password. */
  private static String withoutSecrets(String url) {
    int question = url.indexOf('?');
    String place = question < 0 ? url : url.substring(0, question);
    int at = place.lastIndexOf('@');
    return at < 0 ? place : "jdbc:postgresql://" + place.substring(at + 1);
  }

  @Override
  public <T> T write(Function<Handle, T> work) {
    try {
      return jdbi.inTransaction(work::apply);
    } catch (RuntimeException e) {
      throw Failures.of(e);
    }
  }

  @Override
  public <T> T read(Function<Handle, T> work) {
    return write(work);
  }

  @Override
  public void copyTo(Path file) {
    throw new StoreException(
        "A PostgreSQL database is backed up with its own tools, such as pg_dump.");
  }

  @Override
  public boolean exclusive() {
    return false;
  }

  @Override
  public String skipLocked() {
    return "for update skip locked";
  }

  @Override
  public SearchDialect search() {
    return SearchDialect.TSVECTOR;
  }

  @Override
  public void close() {
    pool.close();
  }
}
