package org.headrace.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A database behind one connection, whose statements are noted. */
final class OneConnection implements Database {
  private final List<String> statements = new ArrayList<>();
  private final boolean alone;
  private final Connection connection;
  private final Jdbi jdbi;

  OneConnection(Connection connection, boolean alone) {
    this.alone = alone;
    this.connection = connection;
    jdbi = Jdbi.create(noting(connection));
  }

  private Connection noting(Connection real) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                statements.add((String) arguments[0]);
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** What was said since the last call. */
  List<String> said() {
    List<String> said = List.copyOf(statements);
    statements.clear();
    return said;
  }

  @Override
  public <T> T write(Function<Handle, T> work) {
    try {
      return jdbi.inTransaction(work::apply);
    } catch (RuntimeException e) {
      throw Failures.of(e);
    }
  }

  @Override
  public <T> T read(Function<Handle, T> work) {
    return write(work);
  }

  @Override
  public boolean exclusive() {
    return alone;
  }

  @Override
  public void copyTo(Path file) {
    throw new UnsupportedOperationException("only statements are looked at here");
  }

  @Override
  public String skipLocked() {
    return alone ? "" : "for update skip locked";
  }

  @Override
  public SearchDialect search() {
    return alone ? SearchDialect.FTS5 : SearchDialect.TSVECTOR;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }
}
