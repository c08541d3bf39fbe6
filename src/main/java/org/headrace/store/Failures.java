package org.headrace.store;

import java.sql.SQLException;
import java.util.Locale;
import org.jdbi.v3.core.JdbiException;

/** Turns what a driver throws into a sentence for the operator. */
final class Failures {
  private Failures() {}

  /** What to throw for {@code failure}: faults of the database become a {@link StoreException}. */
  static RuntimeException of(Throwable failure) {
    if (failure instanceof StoreException known) {
      return known;
    }
    if (failure instanceof SQLException || failure instanceof JdbiException) {
      return new StoreException(sentence(failure), failure);
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException unforeseen
        ? unforeseen
        : new StoreException(sentence(failure), failure);
  }

  /**
   * One sentence: what happened and, where it is known, what helps. The driver's own words count: a
   * pool that waited in vain for a connection names how long and who else waits, each time others.
   */
  static String sentence(Throwable failure) {
    SQLException deepest = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException fault) {
        deepest = fault;
      }
    }
    return deepest == null ? "The store failed: " + firstLine(failure) : sentence(deepest);
  }

  private static String sentence(SQLException fault) {
    String state = fault.getSQLState() == null ? "" : fault.getSQLState();
    return state.isEmpty() ? sqlite(firstLine(fault)) : postgres(state, firstLine(fault));
  }

  private static String sqlite(String line) {
    String fault = line.toUpperCase(Locale.ROOT);
    if (fault.contains("SQLITE_FULL")) {
      return "The store cannot grow: the disk is full.";
    }
    if (fault.contains("SQLITE_CORRUPT") || fault.contains("SQLITE_NOTADB")) {
      return "The store's file is damaged: restore it from a backup (" + line + ").";
    }
    if (fault.contains("SQLITE_READONLY") || fault.contains("SQLITE_CANTOPEN")) {
      return "The store's folder cannot be written: check its owner and rights (" + line + ").";
    }
    if (fault.contains("SQLITE_BUSY")) {
      return "Another program holds the store's file: close it (" + line + ").";
    }
    return "The store failed: " + line;
  }

  private static String postgres(String state, String line) {
    String kind = state.length() < 2 ? state : state.substring(0, 2);
    return switch (kind) {
      case "08" -> "The database cannot be reached: " + line;
      case "28" -> "The database does not let us in, check user and password: " + line;
      case "3D" -> "The database does not exist: " + line;
      case "40" -> "The database broke off work that collided with other work: " + line;
      case "42" -> "The database refuses, check the rights of the user: " + line;
      case "53" -> "The database has no room left: " + line;
      case "57" -> "The database broke off, it may be shutting down: " + line;
      default -> "The store failed: " + line;
    };
  }

  private static String firstLine(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElse("");
  }
}
