package org.headrace.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.headrace.model.Digest;

/** The digests that were made. What was made once stays as it is. */
public final class DigestTable {
  private final Database database;

  DigestTable(Database database) {
    this.database = database;
  }

  /** Keeps {@code digest}, unless there is one of its day. */
  public void keep(Digest digest) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into digest (output, day, made, body) values (:output, :day, :made, :body)
                    on conflict (output, day) do nothing
                    """)
                .bind("output", digest.output())
                .bind("day", digest.day().toString())
                .bind("made", Millis.of(digest.made()))
                .bind("body", Json.write(digest))
                .execute());
  }

  /** The last ones of an output, the newest first. */
  public List<Digest> newest(String output, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select body from digest where output = :output order by day desc limit :most")
                .bind("output", output)
                .bind("most", most)
                .map((row, context) -> Json.read(row.getString("body"), Digest.class))
                .list());
  }

  /** True if an output has a digest of {@code day}. */
  public boolean has(String output, LocalDate day) {
    return database.read(
        handle ->
            handle
                    .createQuery(
                        "select count(*) from digest where output = :output and day = :day")
                    .bind("output", output)
                    .bind("day", day.toString())
                    .mapTo(int.class)
                    .one()
                > 0);
  }

  /** Forgets those made before a moment. */
  public void forget(Instant before) {
    database.write(
        handle ->
            handle
                .createUpdate("delete from digest where made < :before")
                .bind("before", Millis.of(before))
                .execute());
  }
}
