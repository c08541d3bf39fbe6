import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;

/**
 * A PostgreSQL server of its own for as long as standard input is open. Prints its address, then
 * answers one statement a line: rows with tabs between the columns, then a line with a dot.
 */
final class PostgresServer {
  private static final PrintStream OUT = System.out;

  public static void main(String[] arguments) throws IOException {
    System.setOut(System.err); // what others have to say
    // the library begins a server for tests, which forgets its last moments in a crash
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "200")
            .start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      OUT.println(url);
      BufferedReader statements =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String one = statements.readLine(); one != null; one = statements.readLine()) {
        answer(url, one);
      }
    }
  }

  private static void answer(String url, String statement) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement run = connection.createStatement()) {
      if (run.execute(statement)) {
        print(run.getResultSet());
      }
    } catch (SQLException e) {
      OUT.println("! " + e.getMessage().replace('\n', ' '));
    }
    OUT.println(".");
  }

  private static void print(ResultSet rows) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      StringJoiner row = new StringJoiner("\t");
      for (int i = 1; i <= columns; i++) {
        row.add(String.valueOf(rows.getString(i)).replace('\n', ' '));
      }
      OUT.println(row);
    }
  }
}
