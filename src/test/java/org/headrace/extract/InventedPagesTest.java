package org.headrace.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.headrace.model.Extracted;
import org.headrace.model.Page;
import org.headrace.model.PageKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Whole pages as publishing systems make them, with all their furniture, each with the text a
 * reader would call the article, or with what it is in place of one.
 */
class InventedPagesTest {
  private static final Path PAGES = Path.of("src/test/corpus/pages");

  static Stream<String> all() throws IOException {
    try (Stream<Path> folders = Files.list(PAGES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void a_page_yields_its_article_and_nothing_else(String name) throws IOException {
    JsonNode expected = expected(name);
    Extracted found = read(name, expected);
    checkText(name, expected, found);
  }

  private static void checkText(String name, JsonNode expected, Extracted found)
      throws IOException {
    assertEquals(expected.path("kind").asString(), found.kind().name());
    String text = Files.readString(PAGES.resolve(name).resolve("expected.txt")).strip();
    assertEquals(text, found.kind() == PageKind.ARTICLE ? found.text() : "");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void what_a_page_says_of_its_article_is_read(String name) throws IOException {
    JsonNode expected = expected(name);
    Extracted found = read(name, expected);
    checkFacts(name, expected, found);
  }

  private static void checkFacts(String name, JsonNode expected, Extracted found) {
    for (String field : expected.propertyNames()) {
      JsonNode value = expected.path(field);
      switch (field) {
        case "title" -> assertEquals(value.asString(), found.title());
        case "authors" -> assertEquals(texts(value), found.authors());
        case "date" ->
            assertEquals(
                value.asString(),
                found.published().map(date -> date.toLocalDate().toString()).orElse(""));
        case "image" -> assertEquals(value.asString(), found.image().map(URI::toString).orElse(""));
        case "siteName" -> assertEquals(value.asString(), found.siteName());
        case "language" -> assertEquals(value.asString(), found.language());
        case "canonical" ->
            assertEquals(value.asString(), found.canonical().map(URI::toString).orElse(""));
        case "nextPage" ->
            assertEquals(value.asString(), found.nextPage().map(URI::toString).orElse(""));
        case "base" -> assertEquals(value.asString(), found.base().toString());
        case "htmlHas" ->
            texts(value).forEach(part -> assertTrue(found.html().contains(part), found::html));
        case "url", "kind" -> {}
        default -> throw new IllegalArgumentException(name + " expects " + field);
      }
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asString()));
    return texts;
  }

  private static JsonNode expected(String name) throws IOException {
    return new ObjectMapper()
        .readTree(Files.readAllBytes(PAGES.resolve(name).resolve("expected.json")));
  }

  private static Extracted read(String name, JsonNode expected) throws IOException {
    byte[] body = Files.readAllBytes(PAGES.resolve(name).resolve("page.html"));
    return ContentExtractor.extract(
        Page.of(URI.create(expected.path("url").asString()), "text/html", body));
  }
}
