package org.headrace.store;

import org.jdbi.v3.core.Handle;

/** Numbers that rise, and by that order what several nodes do. */
final class Ledger {
  /** Orders the decisions, and is the version of all stories. */
  static final String CHANGE = "change";

  /** Lets one edit of the list of sources run at a time. */
  static final String SOURCES = "sources";

  /** Which version of the parser has read what is remembered; may be missing. */
  static final String PARSER = "parser";

  /** Up to which change the words of stories can be searched. */
  static final String SEARCH = "search";

  static final String PROBE = "probe";

  private Ledger() {}

  /** The next number. Until the transaction ends, everybody else who wants one waits. */
  static long raise(Handle handle, String name) {
    return handle
        .createQuery("update ledger set value = value + 1 where name = :name returning value")
        .bind("name", name)
        .mapTo(long.class)
        .one();
  }

  /** The number as it is. Until the transaction ends, everybody else who wants one waits. */
  static long hold(Handle handle, String name) {
    return handle
        .createQuery("update ledger set value = value where name = :name returning value")
        .bind("name", name)
        .mapTo(long.class)
        .one();
  }

  static void set(Handle handle, String name, long value) {
    handle
        .createUpdate("update ledger set value = :value where name = :name")
        .bind("name", name)
        .bind("value", value)
        .execute();
  }

  static long value(Handle handle, String name) {
    return handle
        .createQuery("select value from ledger where name = :name")
        .bind("name", name)
        .mapTo(long.class)
        .one();
  }
}
