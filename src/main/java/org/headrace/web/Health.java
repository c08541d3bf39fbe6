package org.headrace.web;

import java.util.List;

/**
 * Whether the program does its work.
 *
 * @param reasons why it is not ready, or what is not well although it is; empty if all is well
 */
public record Health(boolean ready, List<String> reasons) {

  public Health {
    reasons = List.copyOf(reasons);
  }
}
