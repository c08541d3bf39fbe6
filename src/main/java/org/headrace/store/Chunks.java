package org.headrace.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Long lists in pieces that fit into one statement. */
final class Chunks {
  private static final int SIZE = 500;

  private Chunks() {}

  static <T> List<List<T>> of(Collection<T> all) {
    List<T> items = List.copyOf(all);
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < items.size(); from += SIZE) {
      chunks.add(items.subList(from, Math.min(items.size(), from + SIZE)));
    }
    return chunks;
  }
}
