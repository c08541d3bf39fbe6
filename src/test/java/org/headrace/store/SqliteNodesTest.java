package org.headrace.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteNodesTest extends NodesContract {
  @TempDir Path folder;

  @Override
  StoreSettings settings() {
    return new StoreSettings(folder.resolve("data").toString());
  }
}
