package org.headrace;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A published JSON Feed as a reader sees it. */
record PublishedFeed(List<Item> items) {

  record Item(String id, String title, String html, String summary, String url) {
    /** The paragraphs of the text, without the closing line about sources. */
    List<String> paragraphs() {
      return Jsoup.parseBodyFragment(html).select("p").stream()
          .map(paragraph -> paragraph.text().strip())
          .filter(text -> !text.isEmpty())
          .toList();
    }

    String text() {
      return Jsoup.parseBodyFragment(html).text();
    }
  }

  static PublishedFeed file(Path file) throws IOException {
    return of(Files.readString(file));
  }

  static PublishedFeed at(URI address) throws IOException, InterruptedException {
    return of(get(address).body());
  }

  static HttpResponse<String> get(URI address, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  /** Empty while nobody answers there. */
  static Optional<PublishedFeed> ifAny(URI address) {
    try {
      return Optional.of(at(address));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static PublishedFeed of(String json) {
    JsonNode feed = new ObjectMapper().readTree(json);
    List<Item> items = new ArrayList<>();
    for (JsonNode item : feed.path("items")) {
      items.add(
          new Item(
              item.path("id").asString(),
              item.path("title").asString(""),
              item.path("content_html").asString(""),
              item.path("summary").asString(""),
              item.path("url").asString("")));
    }
    return new PublishedFeed(items);
  }

  List<String> titles() {
    return items.stream().map(Item::title).toList();
  }

  Item titled(List<String> any) {
    return items.stream()
        .filter(item -> any.contains(item.title()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("none of " + any + " in " + titles()));
  }

  /** Ids by title. */
  Map<String, String> ids() {
    Map<String, String> ids = new LinkedHashMap<>();
    items.forEach(item -> ids.put(item.title(), item.id()));
    return ids;
  }
}
