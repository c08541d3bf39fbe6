package org.headrace.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

/** What the operator is told when the database is in trouble. */
class FailuresTest {
  @Test
  void a_pool_that_waited_in_vain_says_what_the_driver_says() {
    SQLException refused =
        new SQLException(
            "Connection to db.example:5432 refused.", "08001", new ConnectException("refused"));
    SQLException waited =
        new SQLTransientConnectionException(
            "store - Connection is not available, request timed out after 30004ms",
            "08001",
            refused);

    assertEquals(
        "The database cannot be reached: Connection to db.example:5432 refused.",
        Failures.of(new ConnectionException(waited)).getMessage());
  }
}
