package org.headrace.config;

import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads keys whose values are CSS selectors. */
final class SelectorKeys {
  private final Faults faults;
  private final YamlTree tree;
  private final Function<String, Optional<String>> fault;

  /** Takes those for selectors in which {@code fault} finds nothing wrong. */
  SelectorKeys(Faults faults, YamlTree tree, Function<String, Optional<String>> fault) {
    this.faults = faults;
    this.tree = tree;
    this.fault = fault;
  }

  /** What stands under a key of the node at {@code at}; empty if that is no text. */
  String of(JsonNode node, String at, String key) {
    if (!node.path(key).isString()) {
      return "";
    }
    String written = node.path(key).asString().strip();
    fault
        .apply(written)
        .ifPresent(
            words ->
                faults.error(
                    tree.value(at + "/" + key),
                    "bad-selector",
                    "\"%s\" is not a CSS selector: %s".formatted(written, words),
                    ""));
    return written;
  }
}
