package org.headrace.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class LabExtractTest {
  @Test
  void every_page_of_the_manifest_gets_a_line_even_one_that_is_missing(@TempDir Path folder)
      throws IOException {
    Files.writeString(
        folder.resolve("a.html"),
        "<html lang=en><h1>Old bridge</h1><p>"
            + "The old bridge will close, the town said. ".repeat(9));
    Files.writeString(
        folder.resolve("manifest.jsonl"),
        "{\"id\":\"a\",\"url\":\"\",\"html\":\"a.html\"}\n{\"id\":\"b\",\"html\":\"none.html.gz\"}\n");
    assertEquals(1, LabExtract.run(folder.resolve("manifest.jsonl"), folder.resolve("out.json")));
    JsonNode out = new ObjectMapper().readTree(Files.readString(folder.resolve("out.json")));
    assertTrue(out.path("a").path("articleBody").asString("").startsWith("The old bridge"));
    assertEquals("en", out.path("a").path("language").asString(""));
    assertEquals("", out.path("b").path("articleBody").asString("x"));
  }
}
