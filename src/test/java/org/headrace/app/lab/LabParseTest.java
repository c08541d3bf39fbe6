package org.headrace.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LabParseTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void each_case_gets_a_line_and_a_bad_one_stops_nothing(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("good.xml"),
        "<rss version=\"2.0\"><channel><title>News</title><item><title>One</title>"
            + "<link>/1</link></item></channel></rss>");
    Files.writeString(
        folder.resolve("manifest.jsonl"),
        """
        {"id":"missing","file":"missing.xml","url":"http://a.example/","headers":{}}
        {"id":"good","file":"good.xml","url":"http://a.example/","headers":{}}
        """);
    assertEquals(0, LabParse.run(folder.resolve("manifest.jsonl"), folder.resolve("out.jsonl")));
    List<JsonNode> lines =
        Files.readAllLines(folder.resolve("out.jsonl")).stream().map(JSON::readTree).toList();
    assertEquals(2, lines.size());
    assertEquals(false, lines.get(0).path("ok").asBoolean());
    assertTrue(lines.get(1).path("ok").asBoolean());
    assertEquals(
        "http://a.example/1", lines.get(1).path("entries").path(0).path("link").asString());
  }

  @Test
  void half_a_character_stops_nothing(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("half.json"),
        """
        {"version": "https://jsonfeed.org/version/1.1", "title": "News \\ud83d",
         "items": [{"id": "1", "title": "One", "content_html": "half \\ud83d a face"}]}
        """);
    Files.writeString(
        folder.resolve("manifest.jsonl"),
        """
        {"id":"half","file":"half.json","url":"http://a.example/","headers":{"content-type":"application/feed+json"}}
        """);
    assertEquals(0, LabParse.run(folder.resolve("manifest.jsonl"), folder.resolve("out.jsonl")));
    JsonNode line = JSON.readTree(Files.readString(folder.resolve("out.jsonl")));
    assertTrue(line.path("ok").asBoolean());
    assertEquals("One", line.path("entries").path(0).path("title").asString());
  }
}
