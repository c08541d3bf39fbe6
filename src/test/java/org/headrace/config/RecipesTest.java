package org.headrace.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.headrace.extract.site.RuleFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the recipes show can be copied as it stands. */
class RecipesTest {
  @TempDir Path folder;

  static Stream<Path> recipes() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("docs/recipes"))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recipes")
  void what_a_recipe_shows_has_no_fault(Path recipe) throws IOException {
    String text = Files.readString(recipe);
    List<String> yaml = blocks(text, "yaml");
    for (String block : yaml) {
      List<Fault> faults =
          block.startsWith("- ")
              ? SourcesFile.read("sources.yaml", block).faults()
              : SettingsFile.read("headrace.yaml", block, folder).faults();
      assertEquals(List.of(), faults, block);
    }
    for (String block : blocks(text, "text")) {
      Path rules = Files.writeString(folder.resolve("paper.example.txt"), block);
      assertEquals(List.of(), RuleFile.at(rules).getFirst().faults(), block);
    }
    assertFalse(yaml.isEmpty());
  }

  private static List<String> blocks(String text, String language) {
    List<String> blocks = new ArrayList<>();
    String fence = "```" + language + "\n";
    for (int at = text.indexOf(fence); at >= 0; at = text.indexOf(fence, at + 1)) {
      int start = at + fence.length();
      blocks.add(text.substring(start, text.indexOf("```", start)));
    }
    return blocks;
  }
}
