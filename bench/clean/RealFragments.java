package org.headrace.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headrace.app.lab.LabExtract;
import org.headrace.extract.ContentExtractor;
import org.headrace.model.Entry;
import org.headrace.model.Extracted;
import org.headrace.model.Page;
import org.headrace.parse.FeedParser;
import org.headrace.parse.UnreadableFeedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people wrote: the fragments of the packs that lie beside the project. */
final class RealFragments {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final URI NOWHERE = URI.create("http://invalid.invalid/");

  private RealFragments() {}

  record Fragment(String html, URI base) {}

  /** By what they are; a kind whose pack is not at hand has none. */
  static Map<String, List<Fragment>> in(Path packs) throws IOException {
    Map<String, List<Fragment>> all = new LinkedHashMap<>();
    all.put("texts of feeds", feeds(packs.resolve("feeds/manifest.jsonl")));
    List<Fragment> articles = new ArrayList<>();
    List<Fragment> pages = new ArrayList<>();
    for (String pack : List.of("naeb", "fundus", "mozilla", "postlight", "trafilatura")) {
      pages(packs.resolve("pages").resolve(pack).resolve("manifest.jsonl"), articles, pages);
    }
    all.put("articles found in pages", articles);
    all.put("whole pages", pages);
    all.put("honest fragments", fragments(packs.resolve("html/legit.jsonl")));
    return all;
  }

  private static List<Fragment> feeds(Path manifest) throws IOException {
    List<Fragment> texts = new ArrayList<>();
    for (JsonNode row : rows(manifest)) {
      byte[] body = Files.readAllBytes(manifest.resolveSibling(row.path("file").asString("")));
      URI address = URI.create(row.path("url").asString(""));
      String type = row.path("headers").path("content-type").asString("");
      try {
        for (Entry entry : FeedParser.parse(Page.of(address, type, body)).entries()) {
          texts.add(new Fragment(entry.body(), entry.link().orElse(NOWHERE)));
        }
      } catch (UnreadableFeedException noFeed) {
        continue;
      }
    }
    texts.removeIf(text -> text.html().isBlank());
    return texts.stream().distinct().toList();
  }

  private static void pages(Path manifest, List<Fragment> articles, List<Fragment> pages)
      throws IOException {
    for (JsonNode row : rows(manifest)) {
      Page page = LabExtract.page(manifest.resolveSibling(""), row);
      String html = ContentExtractor.decode(page);
      Extracted found = ContentExtractor.extract(page, html);
      pages.add(new Fragment(html, page.location()));
      if (!found.html().isBlank()) {
        articles.add(new Fragment(found.html(), found.base()));
      }
    }
  }

  private static List<Fragment> fragments(Path list) throws IOException {
    return rows(list).stream()
        .map(
            row ->
                new Fragment(
                    row.path("html").asString(""),
                    URI.create(row.path("baseUrl").asString("https://site.example/post/"))))
        .toList();
  }

  private static List<JsonNode> rows(Path list) throws IOException {
    if (!Files.exists(list)) {
      return List.of();
    }
    return Files.readAllLines(list).stream()
        .filter(line -> !line.isBlank())
        .map(JSON::readTree)
        .toList();
  }
}
