package org.headrace.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.headrace.model.Repair;

/** Collects what was put right. Each kind is kept once, with the first place it was met. */
final class RepairLog {
  private final Map<String, Repair> found = new LinkedHashMap<>();

  /** Notes something that concerns the whole document. */
  void add(String what) {
    add(what, () -> "");
  }

  /** Notes something; {@code where} is asked only if this kind is new. */
  void add(String what, Supplier<String> where) {
    if (!found.containsKey(what)) {
      found.put(what, new Repair(what, where.get()));
    }
  }

  /** In the order found. */
  List<Repair> repairs() {
    return List.copyOf(found.values());
  }
}
