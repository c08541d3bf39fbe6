package org.headrace.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Where the rows are: hides connections, threads and the one difference of dialect. */
interface Database extends AutoCloseable {
  /**
   * Does {@code work} in one transaction: when this returns it is kept, when this throws nothing
   * was changed.
   *
   * @throws StoreException if the database fails
   */
  <T> T write(Function<Handle, T> work);

  /**
   * Looks something up in one transaction.
   *
   * @throws StoreException if the database fails
   */
  <T> T read(Function<Handle, T> work);

  /** True if no other program can use the same rows. */
  boolean exclusive();

  /** What follows a select of rows that are to be taken, so that two nodes never wait. */
  String skipLocked();

  /** How words are kept and found again. */
  SearchDialect search();

  @Override
  void close();
}
