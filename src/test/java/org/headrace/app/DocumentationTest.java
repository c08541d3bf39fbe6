package org.headrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.headrace.app.command.HeadraceCommand;
import org.headrace.config.Fault;
import org.headrace.config.Settings;
import org.headrace.config.SettingsFile;
import org.headrace.config.SourcesFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the documentation shows can be copied as it stands. */
class DocumentationTest {
  @TempDir Path folder;

  static Stream<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("docs"))) {
      List<Path> all =
          new ArrayList<>(files.filter(file -> file.toString().endsWith(".md")).sorted().toList());
      all.add(Path.of("README.md"));
      return all.stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void its_files_have_no_fault(Path document) throws IOException {
    for (String block : blocks(Files.readString(document), "yaml")) {
      List<Fault> faults = faults(block);
      // A secret of the reader's is not there, nor are the files that he may include.
      assertTrue(
          faults.stream()
              .map(Fault::code)
              .allMatch(List.of("secret-missing", "not-there")::contains),
          block + faults);
    }
  }

  private List<Fault> faults(String block) throws IOException {
    if (block.startsWith("- route:")) {
      return route(block);
    }
    boolean sources = block.startsWith("- ") || block.contains("\nsources:\n");
    return sources
        ? SourcesFile.read("sources.yaml", block).faults()
        : SettingsFile.read("headrace.yaml", block, folder).faults();
  }

  private List<Fault> route(String block) throws IOException {
    Path routes = Files.createDirectories(folder.resolve("routes"));
    Path stages = Files.createDirectories(folder.resolve("config/stages"));
    Files.copy(Path.of("config/stages/single.properties"), stages.resolve("single.properties"));
    Files.writeString(routes.resolve("mine.camel.yaml"), block);
    Path config = folder.resolve("config");
    return RouteCheck.of(new Home(folder, config), Settings.defaults(config));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void its_commands_exist(Path document) throws IOException {
    CommandLine program = new CommandLine(new HeadraceCommand());
    for (String block : blocks(Files.readString(document), "sh")) {
      for (String line : block.lines().map(String::strip).toList()) {
        if (line.startsWith("headrace ") || line.startsWith("./headrace ")) {
          String command = line.split("\\s+")[1];
          assertTrue(
              command.startsWith("--") || program.getSubcommands().containsKey(command), line);
        }
      }
    }
  }

  private static List<String> blocks(String text, String language) {
    List<String> blocks = new ArrayList<>();
    List<String> open = new ArrayList<>();
    boolean within = false;
    for (String line : text.lines().toList()) {
      String bare = line.strip();
      if (!within && bare.equals("```" + language)) {
        within = true;
        open.clear();
      } else if (within && bare.equals("```")) {
        within = false;
        blocks.add(String.join("\n", open).stripIndent() + "\n");
      } else if (within) {
        open.add(line);
      }
    }
    assertEquals(false, within, "a block is not closed");
    return blocks;
  }
}
