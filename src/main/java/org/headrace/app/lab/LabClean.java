package org.headrace.app.lab;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.headrace.clean.HtmlCleaner;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cleans HTML fragments. Reads lines of {@code {"id","html","baseUrl"}}, writes lines of {@code
 * {"id","html"}}; a case that fails has {@code "error"} and empty {@code "html"}.
 */
public final class LabClean {
  private static final String ANYWHERE = "https://site.test/post/";
  private static final JsonMapper JSON = new JsonMapper();

  private LabClean() {}

  /**
   * Cleans every line of {@code in}.
   *
   * @return the exit code of the command
   * @throws IOException if the files cannot be read or written
   */
  public static int run(Path in, Path out) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(in);
        BufferedWriter writer = AnswerFile.writer(out)) {
      String line;
      while ((line = reader.readLine()) != null) {
        if (!line.isBlank()) {
          writer.write(JSON.writeValueAsString(answer(line)));
          writer.write('\n');
        }
      }
    }
    return 0;
  }

  private static Map<String, String> answer(String line) {
    Map<String, String> answer = new LinkedHashMap<>();
    try {
      JsonNode row = JSON.readTree(line);
      answer.put("id", row.path("id").asString(""));
      URI base = URI.create(row.path("baseUrl").asString(ANYWHERE));
      answer.put("html", HtmlCleaner.clean(row.path("html").asString(""), base).value());
    } catch (JacksonException | IllegalArgumentException e) {
      answer.put("html", "");
      answer.put("error", e.toString());
    }
    return answer;
  }
}
