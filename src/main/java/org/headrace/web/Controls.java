package org.headrace.web;

/** What a running program does when its operator asks. */
public interface Controls {
  /**
   * What came of an order.
   *
   * @param status of HTTP
   * @param words for the operator
   */
  record Done(int status, String words) {}

  /** Reads the operator's files again. */
  Done reload();

  /** Asks one source now, named by its name or address. */
  Done refresh(String source);
}
