package org.headrace.config;

/**
 * Something wrong in a settings file.
 *
 * @param file as the operator named it
 * @param line counted from 1
 * @param column counted from 1
 * @param length how many characters from there are meant; at least 1
 * @param severity whether the file can be used all the same
 * @param code names the kind of fault for ever, such as {@code unknown-key}
 * @param message what is wrong, one sentence without a full stop
 * @param correction what was probably meant; empty if nobody can know
 */
public record Fault(
    String file,
    int line,
    int column,
    int length,
    Severity severity,
    String code,
    String message,
    String correction) {

  /** Whether a file with this fault can be used. */
  public enum Severity {
    ERROR,
    WARNING
  }
}
