package org.headrace.store;

import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** Brings a store to the form this program knows. */
final class Migrations {
  private static final String COMMON = "classpath:org/headrace/store/migrations";
  private static final String DIALECTS = "classpath:org/headrace/store/dialects/";

  private Migrations() {}

  /**
   * Applies what is missing, whole or not at all.
   *
   * @param dialect names the folder with what cannot be said in one way for every database
   * @throws StoreException if a newer program has written the store, or it cannot be brought up
   */
  static void apply(DataSource database, String dialect) {
    try {
      Flyway flyway = flyway(database, dialect);
      refuseNewer(flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "The store cannot be brought to the form this program knows. " + Failures.sentence(e), e);
    }
  }

  /**
   * Changes nothing.
   *
   * @throws StoreException if the store has not the form this program knows
   */
  static void demand(DataSource database, String dialect) {
    try {
      Flyway flyway = flyway(database, dialect);
      refuseNewer(flyway);
      if (flyway.info().pending().length > 0) {
        throw new StoreException(
            "The store was written by an older Headrace: it is brought up when this one first"
                + " runs.");
      }
    } catch (FlywayException e) {
      throw new StoreException("The store cannot be read. " + Failures.sentence(e), e);
    }
  }

  /**
   * The form of a store that an older program has left; empty if it is new or as it should be.
   *
   * @throws StoreException if it cannot be read
   */
  static Optional<String> olderForm(DataSource database, String dialect) {
    try {
      MigrationInfoService info = flyway(database, dialect).info();
      return info.pending().length > 0
          ? Optional.ofNullable(info.current()).map(form -> String.valueOf(form.getVersion()))
          : Optional.empty();
    } catch (FlywayException e) {
      throw new StoreException("The store cannot be read. " + Failures.sentence(e), e);
    }
  }

  private static Flyway flyway(DataSource database, String dialect) {
    return Flyway.configure().dataSource(database).locations(COMMON, DIALECTS + dialect).load();
  }

  private static void refuseNewer(Flyway flyway) {
    Arrays.stream(flyway.info().applied())
        .filter(Migrations::isNewer)
        .reduce((earlier, later) -> later)
        .ifPresent(
            form -> {
              throw new StoreException(
                  "The store was written by a newer Headrace (its form is "
                      + form.getVersion()
                      + ", which this program does not know): start the newer one, or restore a"
                      + " backup made before.");
            });
  }

  private static boolean isNewer(MigrationInfo form) {
    return form.getState() == MigrationState.FUTURE_SUCCESS
        || form.getState() == MigrationState.FUTURE_FAILED;
  }
}
