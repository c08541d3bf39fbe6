package org.headrace.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A database behind one connection, whose statements are noted, and what the server says to them.
 */
final class OneConnection implements Database {
  private final List<String> statements = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private final boolean alone;
  private final Connection connection;
  private final Jdbi jdbi;

  OneConnection(Connection connection, boolean alone) {
    this.alone = alone;
    this.connection = connection;
    jdbi = Jdbi.create(noting(connection));
  }

  private Connection noting(Connection real) {
    return proxy(
        Connection.class,
        real,
        (method, arguments) -> {
          Object result = method.invoke(real, arguments);
          if (result instanceof PreparedStatement statement) {
            statements.add((String) arguments[0]);
            return listening(statement);
          }
          return result;
        });
  }

  private PreparedStatement listening(PreparedStatement real) {
    return proxy(
        PreparedStatement.class,
        real,
        (method, arguments) -> {
          if (method.getName().equals("close") && !real.isClosed()) {
            for (SQLWarning one = real.getWarnings(); one != null; one = one.getNextWarning()) {
              answers.add(one.getMessage());
            }
          }
          return method.invoke(real, arguments);
        });
  }

  private interface Call {
    Object to(Method method, Object... arguments) throws Exception;
  }

  private static <T> T proxy(Class<T> type, T real, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return call.to(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /** What the server told beside its results since the last call. */
  List<String> told() {
    List<String> told = List.copyOf(answers);
    answers.clear();
    return told;
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
