package org.headrace.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The operator's files, where they are kept in the store for all nodes, with what they were. */
public final class DocumentTable {
  /** Texts of one file that are kept, the latest among them. */
  private static final int KEPT = 200;

  private final Database database;

  DocumentTable(Database database) {
    this.database = database;
  }

  /** The text in force; empty if there is none. */
  public Optional<Document> latest(String name) {
    return history(name, 1).stream().findFirst();
  }

  /** The number of the text in force; 0 if there is none. */
  public long edition(String name) {
    return database.read(handle -> edition(handle, name));
  }

  /** The latest texts, the newest first. */
  public List<Document> history(String name, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select edition, made, author, body from document where name = :name
                    order by edition desc limit :most
                    """)
                .bind("name", name)
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Document(
                            name,
                            row.getLong("edition"),
                            Instant.ofEpochMilli(row.getLong("made")),
                            row.getString("author"),
                            row.getString("body")))
                .list());
  }

  /**
   * Puts a text in force.
   *
   * @param before the edition it was made from: whoever was slower changes nothing
   * @return false if another text is in force meanwhile
   */
  public boolean put(String name, long before, String body, String author, Instant now) {
    return database.write(
        handle -> {
          Ledger.raise(handle, Ledger.SOURCES); // one edit at a time, over all nodes
          if (edition(handle, name) != before) {
            return false;
          }
          handle
              .createUpdate(
                  """
                  insert into document (name, edition, made, author, body)
                  values (:name, :edition, :made, :author, :body)
                  """)
              .bind("name", name)
              .bind("edition", before + 1)
              .bind("made", Millis.of(now))
              .bind("author", Storable.text(author))
              .bind("body", Storable.text(body))
              .execute();
          handle
              .createUpdate("delete from document where name = :name and edition <= :old")
              .bind("name", name)
              .bind("old", before + 1 - KEPT)
              .execute();
          return true;
        });
  }

  private static long edition(Handle handle, String name) {
    return handle
        .createQuery("select coalesce(max(edition), 0) from document where name = :name")
        .bind("name", name)
        .mapTo(long.class)
        .one();
  }
}
