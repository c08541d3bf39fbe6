package org.headrace.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.FailedToCreateRouteException;
import org.headrace.config.Fault;
import org.headrace.config.Fault.Severity;
import org.headrace.config.Settings;
import org.headrace.config.Yaml;
import org.headrace.store.StoreSettings;
import tools.jackson.databind.JsonNode;

/**
 * Makes the routes in a program that is thrown away. Endpoints, options, properties and the methods
 * of beans are looked up as at a real start; no route is begun and nobody is asked.
 */
final class RouteTrial {
  private static final Pattern PROPERTY =
      Pattern.compile("\\{\\{(\\??)([A-Za-z0-9._-]+)(:?)[^{}]*}}");

  private final Home home;
  private final Settings settings;
  private final Map<Path, Yaml> files;

  /** A trial of {@code files}, which have the right form. */
  RouteTrial(Home home, Settings settings, Map<Path, Yaml> files) {
    this.home = home;
    this.settings = settings;
    this.files = files;
  }

  List<Fault> faults() throws IOException {
    Map<String, String> properties;
    try {
      properties = Flow.properties(home, settings, Pace.USUAL);
    } catch (StartException e) {
      Fault missing =
          fault(home.settingsFile(), 1, "stages-missing", String.valueOf(e.getMessage()));
      return List.of(missing);
    }
    List<Fault> faults = new ArrayList<>();
    files.forEach(
        (file, yaml) ->
            each(yaml.root(), "", value -> unknown(value, file, yaml, properties, faults)));
    return faults.isEmpty() ? made() : faults;
  }

  /** A value and where it stands. */
  private record Value(String pointer, JsonNode node) {}

  private static void each(JsonNode node, String pointer, Consumer<Value> told) {
    told.accept(new Value(pointer, node));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      each(node.get(i), pointer + "/" + i, told);
    }
    node.properties().forEach(one -> each(one.getValue(), Yaml.child(pointer, one.getKey()), told));
  }

  /** Properties that a value names and nobody has defined; optional ones may be missing. */
  private static void unknown(
      Value value, Path file, Yaml yaml, Map<String, String> known, List<Fault> faults) {
    Matcher property = PROPERTY.matcher(value.node.isString() ? value.node.asString() : "");
    while (property.find()) {
      boolean needed = property.group(1).isEmpty() && property.group(3).isEmpty();
      if (needed && !known.containsKey(property.group(2))) {
        faults.add(
            fault(
                file,
                yaml.line(value.pointer),
                "unknown-property",
                "the property " + property.group() + " is defined nowhere"));
      }
    }
  }

  private List<Fault> made() throws IOException {
    Path folder = Files.createTempDirectory("headrace-trial");
    Program.Plan plan =
        new Program.Plan(
            home,
            settings.at(new StoreSettings(folder.toString())),
            List.of(),
            Pace.USUAL,
            false,
            Optional.empty(),
            event -> {});
    try (Program trial = Program.trial(plan)) {
      return List.of();
    } catch (StartException e) {
      return List.of(fault(e));
    } finally {
      Folders.delete(folder);
    }
  }

  private Fault fault(StartException failure) {
    Throwable root = failure;
    Optional<String> route = Optional.empty();
    while (root.getCause() != null) {
      root = root.getCause();
      if (root instanceof FailedToCreateRouteException failed) {
        route = Optional.ofNullable(failed.getRouteId());
      }
    }
    String words = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return route
        .flatMap(id -> placed(id, words))
        .orElse(fault(home.routes(), 1, "route-start", words));
  }

  private Optional<Fault> placed(String route, String words) {
    for (Map.Entry<Path, Yaml> file : files.entrySet()) {
      JsonNode list = file.getValue().root();
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i).path("route").path("id").asString("").equals(route)) {
          int line = file.getValue().line("/" + i);
          String message = "the route " + route + " cannot be made: " + words;
          return Optional.of(fault(file.getKey(), line, "route-start", message));
        }
      }
    }
    return Optional.empty();
  }

  private static Fault fault(Path file, int line, String code, String message) {
    return new Fault(file.toString(), line, 1, 1, Severity.ERROR, code, message, "");
  }
}
