package org.headrace.app.lab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.headrace.extract.ContentExtractor;
import org.headrace.model.Extracted;
import org.headrace.model.Page;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Extracts the articles of a folder of saved pages.
 *
 * <p>The manifest holds one page a line: {@code {"id", "url", "html", "charset"?}}, where html is a
 * path relative to the manifest, gzip if it ends in {@code .gz}, and charset stands for the HTTP
 * header's. The answer is one object with every id: {@code articleBody}, and where found {@code
 * title}, {@code authors}, {@code date}, {@code image}, {@code language}.
 */
public final class LabExtract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PASSES = 15;
  private static final int WARM_UP = 5;

  private LabExtract() {}

  /**
   * Reads {@code manifest}, writes the predictions to {@code out}; 0 if all pages could be read.
   */
  public static int run(Path manifest, Path out) throws IOException {
    Map<String, Object> predictions = new LinkedHashMap<>();
    int failed = 0;
    for (String line : Files.readAllLines(manifest)) {
      if (line.isBlank()) {
        continue;
      }
      JsonNode row = JSON.readTree(line);
      String id = row.path("id").asString("");
      try {
        predictions.put(
            id, prediction(ContentExtractor.extract(page(manifest.resolveSibling(""), row))));
      } catch (IOException | RuntimeException unreadable) {
        failed++;
        predictions.put(id, Map.of("articleBody", "", "error", unreadable.toString()));
      }
    }
    JSON.writeValue(out.toFile(), predictions);
    return failed == 0 ? 0 : 1;
  }

  /**
   * Prints the time of whole passes over the pages of {@code manifest}, each page from a string to
   * all fields on one thread; the first passes are warm-up and not reported.
   */
  public static int time(Path manifest) throws IOException {
    List<Page> pages = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    long bytes = 0;
    for (String line : Files.readAllLines(manifest)) {
      if (!line.isBlank()) {
        Page page = page(manifest.resolveSibling(""), JSON.readTree(line));
        pages.add(page);
        texts.add(ContentExtractor.decode(page));
        bytes += page.body().length;
      }
    }
    List<Double> cpu = new ArrayList<>();
    List<Double> wall = new ArrayList<>();
    for (int pass = 0; pass < PASSES; pass++) {
      long cpuBefore = cpuNanos();
      long before = System.nanoTime();
      for (int i = 0; i < pages.size(); i++) {
        ContentExtractor.extract(pages.get(i), texts.get(i));
      }
      if (pass >= WARM_UP) {
        cpu.add((cpuNanos() - cpuBefore) / 1e9);
        wall.add((System.nanoTime() - before) / 1e9);
      }
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("pages", pages.size());
    report.put("bytes", bytes);
    report.put("pass_cpu_s", cpu);
    report.put("pass_wall_s", wall);
    System.out.println(JSON.writeValueAsString(report));
    return 0;
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : System.nanoTime();
  }

  /** A page of the pack in {@code folder}, as a server would have sent it. */
  public static Page page(Path folder, JsonNode row) throws IOException {
    String name = row.path("html").asString("");
    byte[] body = Files.readAllBytes(folder.resolve(name));
    if (name.endsWith(".gz")) {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
        body = in.readAllBytes();
      }
    }
    String charset = row.path("charset").asString("");
    String type = charset.isEmpty() ? "text/html" : "text/html; charset=" + charset;
    return Page.of(location(row.path("url").asString("")), type, body);
  }

  private static URI location(String url) {
    try {
      URI uri = new URI(url);
      return uri.isAbsolute() ? uri : URI.create("http://page.invalid/");
    } catch (java.net.URISyntaxException unreadable) {
      return URI.create("http://page.invalid/");
    }
  }

  private static Map<String, Object> prediction(Extracted found) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("articleBody", found.text());
    if (!found.title().isEmpty()) {
      fields.put("title", found.title());
    }
    if (!found.authors().isEmpty()) {
      fields.put("authors", found.authors());
    }
    found.published().ifPresent(date -> fields.put("date", date.toString()));
    found.image().ifPresent(image -> fields.put("image", image.toString()));
    if (!found.language().isEmpty()) {
      fields.put("language", found.language());
    }
    return fields;
  }
}
