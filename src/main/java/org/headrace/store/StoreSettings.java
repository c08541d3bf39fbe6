package org.headrace.store;

/**
 * Where to remember.
 *
 * @param url path of a folder that this program has for itself (SQLite), or a JDBC address {@code
 *     jdbc:postgresql://…} of a database that several may share
 */
public record StoreSettings(String url) {
  /** True if several programs may share the store. */
  public boolean shared() {
    return url.startsWith("jdbc:postgresql:");
  }
}
