package org.headrace.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The latest requests of the whole press, oldest first. A demo left running must not fill memory.
 */
final class Journal {
  private static final int KEPT = 20_000;

  private final Deque<Request> requests = new ArrayDeque<>();

  synchronized void add(Request request) {
    if (requests.size() == KEPT) {
      requests.removeFirst();
    }
    requests.addLast(request);
  }

  synchronized List<Request> requests() {
    return List.copyOf(requests);
  }
}
