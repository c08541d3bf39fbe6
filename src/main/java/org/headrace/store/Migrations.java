package org.headrace.store;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
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
      Flyway flyway =
          Flyway.configure()
              .dataSource(database)
              .locations(COMMON, DIALECTS + dialect)
              .load();
      refuseNewer(flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "The store cannot be brought to the form this program knows. " + Failures.sentence(e), e);
    }
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
