package org.headrace.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL server for the tests, a schema for each: that of the environment variable {@code
 * HEADRACE_TEST_POSTGRES} (a JDBC address), or one started here.
 */
public final class TestPostgres {
  /** System property: true if what is committed is to reach the disk, which tests need not. */
  private static final String SYNCED = "headrace.test.postgres.synced";

  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private TestPostgres() {}

  /** The one server of this run. */
  private static final class Server {
    static final Server ONE = start();

    final String url;
    final String reason;

    private Server(String url, String reason) {
      this.url = url;
      this.reason = reason;
    }

    private static Server start() {
      String given = System.getenv("HEADRACE_TEST_POSTGRES");
      if (given != null && !given.isBlank()) {
        return new Server(given, "");
      }
      try {
        EmbeddedPostgres.Builder builder =
            EmbeddedPostgres.builder().setServerConfig("max_connections", "200");
        if (Boolean.getBoolean(SYNCED)) {
          builder.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
        }
        EmbeddedPostgres server = builder.start();
        return new Server(server.getJdbcUrl("postgres", "postgres"), "");
      } catch (IOException | RuntimeException e) {
        return new Server("", "no PostgreSQL could be started for the tests: " + e);
      }
    }
  }

  /** Skips the tests, with a printed reason, if there is no server. */
  public static void require() {
    if (!Server.ONE.reason.isEmpty()) {
      System.out.println("SKIPPED: " + Server.ONE.reason);
      Assumptions.abort(Server.ONE.reason);
    }
  }

  public static String freshSchema() {
    String schema = "headrace_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
    execute("create schema " + schema);
    return schema;
  }

  public static String url(String schema) {
    String url = Server.ONE.url;
    return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
  }

  public static void drop(String schema) {
    execute("drop schema " + schema + " cascade");
  }

  private static void execute(String statement) {
    try (Connection connection = DriverManager.getConnection(Server.ONE.url);
        Statement run = connection.createStatement()) {
      run.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
