package org.headrace.fetch;

import java.util.Map;

/** The edge to the network: one request to one place, and what came back. */
@FunctionalInterface
interface Wire {
  /**
   * Asks {@code target}, and reads the body if it is one that is wanted.
   *
   * @param open true if the host may lie in the operator's own network
   */
  Reply ask(Target target, boolean open, Map<String, String> headers, Terms terms, Budget budget);
}
