package org.headrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.headrace.config.Fault;
import org.headrace.config.Settings;
import org.headrace.config.SettingsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A route of one's own is tried before it runs, and with it all the shipped ones. */
class RouteCheckTest {
  @TempDir Path folder;

  @BeforeEach
  void ship() throws IOException {
    copy("routes", ".camel.yaml");
    copy("config/stages", ".properties");
  }

  private void copy(String from, String ending) throws IOException {
    Files.createDirectories(folder.resolve(from));
    try (var files = Files.list(Path.of(from))) {
      for (Path file : files.filter(one -> one.toString().endsWith(ending)).toList()) {
        Files.copy(file, folder.resolve(from).resolve(file.getFileName().toString()));
      }
    }
  }

  private List<Fault> with(String steps) throws IOException {
    Files.writeString(
        folder.resolve("routes/mine.camel.yaml"),
        """
        - route:
            id: mine
            description: Mine.
            from:
              uri: "{{stage.published}}"
              steps:
        """
            + steps.indent(8));
    Path config = folder.resolve("config");
    return RouteCheck.of(new Home(folder, config), Settings.defaults(config));
  }

  private static void assertOne(String code, int line, String words, List<Fault> faults) {
    assertEquals(1, faults.size(), faults.toString());
    Fault fault = faults.getFirst();
    assertEquals(code, fault.code(), fault.message());
    assertEquals(line, fault.line(), fault.message());
    assertTrue(fault.file().endsWith("mine.camel.yaml"), fault.file());
    assertTrue(fault.message().contains(words), fault.message());
  }

  @Test
  void a_route_on_the_published_stories_has_no_fault() throws IOException {
    assertEquals(
        List.of(), with("- log:\n    logName: org.headrace.mine\n    message: \"${body.tag}\""));
  }

  @Test
  void the_routes_can_be_made_with_their_stages_over_kafka() throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    Settings settings =
        SettingsFile.read("headrace.yaml", "stages: kafka\n", config).value().orElseThrow();
    assertEquals(List.of(), RouteCheck.of(new Home(folder, config), settings));

    Path file = folder.resolve("config/stages/kafka.properties");
    Files.writeString(file, Files.readString(file).replace("consumersCount=1", "consumersCuont=1"));
    List<Fault> faults = RouteCheck.of(new Home(folder, config), settings);
    assertEquals("route-start", faults.getFirst().code());
    assertTrue(faults.getFirst().message().contains("consumersCuont"), faults.toString());
  }

  @Test
  void a_property_that_nobody_defines_is_found_at_its_line() throws IOException {
    assertOne(
        "unknown-property", 8, "{{stage.nowhere}}", with("- to:\n    uri: \"{{stage.nowhere}}\""));
  }

  @Test
  void an_endpoint_of_an_unknown_kind_is_found() throws IOException {
    assertOne("route-start", 1, "carrier-pigeon", with("- to:\n    uri: carrier-pigeon:home"));
  }

  @Test
  void a_method_that_a_step_does_not_have_is_found() throws IOException {
    assertOne("route-start", 1, "sing", with("- bean:\n    ref: publisher\n    method: sing"));
  }

  @Test
  void what_has_not_the_form_of_a_route_is_found_before_any_trial() throws IOException {
    List<Fault> faults = with("- tooo:\n    uri: log:x");

    assertTrue(faults.stream().allMatch(fault -> fault.code().equals("route")), faults.toString());
    assertTrue(faults.stream().anyMatch(fault -> fault.line() == 7), faults.toString());
  }
}
