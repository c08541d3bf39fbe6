package org.headrace.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabGroupTest {
  @TempDir private Path folder;

  private List<String> run(int expected, String... lines) throws IOException {
    Path articles = folder.resolve("articles.jsonl");
    Path out = folder.resolve("stories.jsonl");
    Files.write(articles, List.of(lines));
    assertEquals(expected, LabGroup.run(articles, out));
    return Files.readAllLines(out);
  }

  private static String line(String id, String url) {
    return """
        {"id": "%s", "source": "s.example", "url": "%s", "title": "Bridge closed", "published": null, "fetched": "2026-03-02T06:00:00Z", "text": ""}"""
        .formatted(id, url);
  }

  @Test
  void addresses_that_lead_to_one_text_give_one_story() throws IOException {
    List<String> answers =
        run(0, line("a", "https://s.example/1"), line("b", "http://www.s.example/1?utm_source=x"));
    assertTrue(answers.get(0).contains("\"cluster\":\"a\""), answers.get(0));
    assertTrue(answers.get(1).contains("\"cluster\":\"a\""), answers.get(1));
    assertTrue(answers.get(1).contains("\"rule\":\"same-link\""), answers.get(1));
  }

  @Test
  void a_line_that_cannot_be_read_says_so_and_stops_nothing() throws IOException {
    List<String> answers =
        run(
            1,
            "{broken",
            "{\"id\": \"x\", \"fetched\": \"soon\"}",
            "[]",
            line("a", "not an address"));
    assertEquals(4, answers.size());
    assertTrue(answers.get(0).contains("error"), answers.get(0));
    assertTrue(answers.get(1).contains("error"), answers.get(1));
    assertTrue(answers.get(3).contains("\"cluster\":\"a\""), answers.get(3));
  }

  @Test
  void a_run_that_ends_in_the_midst_and_one_that_goes_to_the_end_say_the_same() throws IOException {
    String[] all = new String[40];
    for (int i = 0; i < all.length; i++) {
      all[i] = line("a" + i, "https://s.example/" + i * i % 13);
    }
    List<String> whole = run(0, all);
    for (int end = 0; end < all.length; end += 7) {
      assertEquals(whole.subList(0, end), run(0, Arrays.copyOf(all, end)));
    }
  }
}
