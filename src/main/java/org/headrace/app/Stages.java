package org.headrace.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** How the stages are connected: a file of {@code config/stages}, as far as it can be judged. */
final class Stages {
  private static final String STAGE = "stage.";

  /** What they carry is a right of the node that claimed it, and counts among its slots. */
  private static final List<String> TURNS = List.of("stage.poll", "stage.page", "stage.hub");

  /** Ways that end where they begin. */
  private static final Set<String> WITHIN = Set.of("seda", "direct", "");

  private static final String COMPONENTS = "META-INF/services/org/apache/camel/component/";

  private Stages() {}

  /**
   * Every property of {@code file}.
   *
   * @throws StartException if there is no such file, or the stages cannot be connected so
   */
  static Map<String, String> read(Path file) throws StartException {
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    } catch (NoSuchFileException e) {
      throw new StartException("there is no " + file + "; the key stages names it", e);
    } catch (IOException e) {
      throw new StartException(file + " cannot be read: " + e.getMessage(), e);
    }
    Map<String, String> properties = new TreeMap<>();
    read.stringPropertyNames().forEach(key -> properties.put(key, read.getProperty(key)));
    demand(file, properties, Stages::isThere);
    return properties;
  }

  /**
   * Refuses what cannot work, with words for the operator.
   *
   * @param there whether the library for a kind of endpoint is at hand
   */
  static void demand(Path file, Map<String, String> properties, Predicate<String> there)
      throws StartException {
    for (Map.Entry<String, String> one : properties.entrySet()) {
      String scheme = one.getKey().startsWith(STAGE) ? scheme(one.getValue()) : "";
      if (!scheme.isEmpty() && !there.test(scheme)) {
        throw new StartException(
            "%s: %s names %s:, and camel-%s is not in lib/%s"
                .formatted(file, one.getKey(), scheme, scheme, remedy(scheme)));
      }
      if (TURNS.contains(one.getKey()) && !WITHIN.contains(scheme)) {
        throw new StartException(
            "%s: %s cannot be carried by %s: a turn belongs to the process that claimed it; leave it"
                    .formatted(file, one.getKey(), scheme)
                + " at seda: as in single.properties");
      }
    }
  }

  /** True if any of {@code properties} is a stage of this kind. */
  static boolean use(String scheme, Map<String, String> properties) {
    return properties.entrySet().stream()
        .anyMatch(one -> one.getKey().startsWith(STAGE) && scheme(one.getValue()).equals(scheme));
  }

  private static String remedy(String scheme) {
    return scheme.equals("kafka")
        ? ": mvn -Pkafka package puts it there, packaging/build kafka makes an archive to unpack"
            + " there (docs/recipes/several-machines.md)"
        : "";
  }

  private static boolean isThere(String scheme) {
    return Stages.class.getClassLoader().getResource(COMPONENTS + scheme) != null;
  }

  private static String scheme(String endpoint) {
    int colon = endpoint.indexOf(':');
    return colon < 0 || endpoint.startsWith("{{") ? "" : endpoint.substring(0, colon).strip();
  }
}
