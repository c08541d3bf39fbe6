package org.headrace.store;

import static org.headrace.store.Samples.HOUR;
import static org.headrace.store.Samples.NOON;
import static org.headrace.store.Samples.source;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresStoreTest extends StoreContract {
  private final String schema = TestPostgres.freshSchema();

  @BeforeAll
  static void needs_a_server() {
    TestPostgres.require();
  }

  @Override
  StoreSettings settings() {
    return new StoreSettings(TestPostgres.url(schema));
  }

  @Override
  Connection connection() throws Exception {
    return DriverManager.getConnection(settings().url());
  }

  @Override
  @AfterEach
  void close() {
    super.close();
    TestPostgres.drop(schema);
  }

  @Test
  void it_is_shared_by_several_nodes() {
    assertFalse(store.exclusive());
    try (Store other = Store.open(settings())) {
      store.sources().sync(List.of(source("a.example"), source("b.example")), NOON);
      assertEquals(1, store.turns().claim(1, HOUR, NOON).size());
      assertEquals(0, other.articles().handBack(NOON), "what others hold is not handed back");
      assertEquals(1, other.turns().claim(9, HOUR, NOON).size());
      assertEquals(0, store.turns().claim(9, HOUR, NOON).size());
    }
  }

  @Test
  void a_database_that_is_not_there_is_named_without_its_password() {
    StoreException refused =
        assertThrows(
            StoreException.class,
            () ->
                Store.open(
                    new StoreSettings(
                        "jdbc:postgresql://localhost:1/none?user=u&password=secret")));
    assertTrue(refused.getMessage().contains("localhost:1/none"), refused.getMessage());
    assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
  }
}
