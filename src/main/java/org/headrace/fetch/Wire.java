package org.headrace.fetch;

/** The edge to the network: one request to one place, and what came back. */
@FunctionalInterface
interface Wire {
  /** Asks, and reads the body if it is one that is wanted. */
  Reply ask(Exchange.Ask ask, Terms terms, Budget budget);
}
