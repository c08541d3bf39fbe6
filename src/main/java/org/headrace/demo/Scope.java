package org.headrace.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that a template may ask for; what is not here is asked of the scope around it. */
final class Scope {
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, List<Scope>> lists = new HashMap<>();
  private final Optional<Scope> outer;

  private Scope(Optional<Scope> outer) {
    this.outer = outer;
  }

  static Scope empty() {
    return new Scope(Optional.empty());
  }

  Scope inside(Scope around) {
    Scope copy = new Scope(Optional.of(around));
    copy.values.putAll(values);
    copy.lists.putAll(lists);
    return copy;
  }

  Scope put(String name, String value) {
    values.put(name, value);
    return this;
  }

  Scope put(String name, List<Scope> list) {
    lists.put(name, List.copyOf(list));
    return this;
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name))
        .or(() -> outer.flatMap(around -> around.value(name)));
  }

  Optional<List<Scope>> list(String name) {
    return Optional.ofNullable(lists.get(name))
        .or(() -> outer.flatMap(around -> around.list(name)));
  }
}
