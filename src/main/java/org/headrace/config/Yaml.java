package org.headrace.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A YAML file that is not Headrace's own, as values with their lines.
 *
 * @param faults what is no YAML in it
 */
public record Yaml(JsonNode root, List<Fault> faults, YamlPlaces places) {

  /** Where the values of a file stand. */
  @FunctionalInterface
  public interface YamlPlaces {
    /** The line of the value at a JSON pointer, counted from 1. */
    int line(String pointer);
  }

  /** Reads the file at {@code path}. */
  public static Yaml read(Path path) throws IOException {
    Faults faults = new Faults(path.toString());
    YamlTree tree = YamlTree.read(Files.readString(path, StandardCharsets.UTF_8), faults);
    return new Yaml(tree.root(), faults.inOrder(), pointer -> tree.value(pointer).line());
  }

  /** The JSON pointer of {@code key} in the value at {@code pointer}. */
  public static String child(String pointer, String key) {
    return YamlTree.child(pointer, key);
  }

  /** The line of the value at {@code pointer}, counted from 1. */
  public int line(String pointer) {
    return places.line(pointer);
  }
}
