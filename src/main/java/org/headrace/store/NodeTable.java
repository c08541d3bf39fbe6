package org.headrace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Which processes work on the store, and with what. */
public final class NodeTable {
  /** Who was not heard of for so long is forgotten. */
  private static final Duration MEMORY = Duration.ofDays(1);

  private final Database database;

  NodeTable(Database database) {
    this.database = database;
  }

  /** What does not matter to others. Members that another version writes are passed over. */
  private record Body(String version, String form, List<String> roles, Map<String, String> files) {}

  /** Writes that {@code node} runs at {@code node.seen()}. */
  public void beat(Node node) {
    database.write(
        handle -> {
          handle
              .createUpdate(
                  """
                  insert into node (id, seen, started, name, body)
                  values (:id, :seen, :started, :name, :body)
                  on conflict (id) do update set seen = excluded.seen, body = excluded.body
                  """)
              .bind("id", node.id())
              .bind("seen", Millis.of(node.seen()))
              .bind("started", Millis.of(node.started()))
              .bind("name", Storable.text(node.name()))
              .bind(
                  "body",
                  Json.write(new Body(node.version(), node.form(), node.roles(), node.files())))
              .execute();
          handle
              .createUpdate("delete from node where seen < :old")
              .bind("old", Millis.of(node.seen().minus(MEMORY)))
              .execute();
          return true;
        });
  }

  /** Who was heard of since, the longest running first. */
  public List<Node> since(Instant from) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select id, seen, started, name, body from node where seen >= :from"
                        + " order by started, id")
                .bind("from", Millis.of(from))
                .map((row, context) -> node(row))
                .list());
  }

  /** Forgets a process that ends in good order. */
  public void leave(long id) {
    database.write(
        handle -> handle.createUpdate("delete from node where id = :id").bind("id", id).execute());
  }

  /** The form that the store has now; a newer program may have brought it there meanwhile. */
  public String form() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select version from flyway_schema_history where version is not null
                    order by installed_rank desc limit 1
                    """)
                .mapTo(String.class)
                .one());
  }

  private static Node node(ResultSet row) throws SQLException {
    Body body = Json.read(row.getString("body"), Body.class);
    return new Node(
        row.getLong("id"),
        row.getString("name"),
        Instant.ofEpochMilli(row.getLong("started")),
        Instant.ofEpochMilli(row.getLong("seen")),
        body.version(),
        body.form(),
        body.roles(),
        body.files());
  }
}
