package org.headrace.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

class PostgresNodesTest extends NodesContract {
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
  @AfterEach
  void close() {
    super.close();
    TestPostgres.drop(schema);
  }
}
