package org.headrace.store;

import org.flywaydb.core.Flyway;

/** Brings a PostgreSQL store to the form of a program that is yet to be written. */
public final class LaterForm {
  private LaterForm() {}

  /** Adds to the store at {@code url} what a later program might. */
  public static void bring(String url) {
    Flyway.configure()
        .dataSource(url, null, null)
        .locations(
            "classpath:org/headrace/store/migrations",
            "classpath:org/headrace/store/dialects/postgresql",
            "classpath:org/headrace/store/later")
        .load()
        .migrate();
  }
}
