package org.headrace.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where to remember.
 *
 * @param url path of a folder that this program has for itself (SQLite), or a JDBC address {@code
 *     jdbc:postgresql://…} of a database that several may share
 */
public record StoreSettings(String url) {
  /** The folder of an embedded store; empty for a database that several share. */
  public Optional<Path> folder() {
    return url.startsWith("jdbc:") ? Optional.empty() : Optional.of(Path.of(url));
  }

  /** True if several programs may share the store. */
  public boolean shared() {
    return url.startsWith("jdbc:postgresql:");
  }
}
