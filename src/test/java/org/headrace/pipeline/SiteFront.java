package org.headrace.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.headrace.model.FetchOutcome;
import org.headrace.model.Page;
import org.headrace.model.Trust;
import org.headrace.model.Validators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** An invented site of {@code src/test/corpus/fronts}: answers as its {@code site.json} says. */
final class SiteFront implements Web {
  private static final Path FRONTS = Path.of("src/test/corpus/fronts");

  final List<URI> asked = new ArrayList<>();
  private final Path folder;
  private final JsonNode site;

  SiteFront(String slug) {
    folder = FRONTS.resolve(slug);
    site = json("site.json");
  }

  static Stream<String> all() throws IOException {
    try (Stream<Path> folders = Files.list(FRONTS)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  URI page() {
    return URI.create(site.path("page").asString());
  }

  List<String> expected() {
    List<String> feeds = new ArrayList<>();
    json("expected.json").path("feeds").forEach(feed -> feeds.add(feed.asString()));
    return feeds;
  }

  @Override
  public FetchOutcome feed(URI address, Validators validators, Trust trust) {
    asked.add(address);
    String key = address.toString();
    JsonNode feed = site.path("feeds").path(key);
    if (!feed.isMissingNode()) {
      return found(address, "application/xml", document(feed).getBytes(StandardCharsets.UTF_8));
    }
    int status = site.path("status").path(key).asInt(0);
    if (status == 429) {
      return new FetchOutcome.Postponed(status, Optional.empty(), "come less often");
    } else if (status >= 400) {
      return new FetchOutcome.Failed(status, "HTTP " + status);
    }
    String file =
        address.equals(page())
            ? "front.html"
            : site.path("pages").path(key).asString(site.path("otherwise").asString(""));
    return file.isEmpty()
        ? new FetchOutcome.Failed(404, "there is nothing at this address (HTTP 404)")
        : found(address, "text/html", bytes(file));
  }

  @Override
  public FetchOutcome page(URI address, Trust trust) {
    return feed(address, Validators.NONE, trust);
  }

  @Override
  public boolean closed() {
    return false;
  }

  private static FetchOutcome found(URI address, String type, byte[] body) {
    return new FetchOutcome.Found(
        Page.of(address, type, body), Validators.NONE, Optional.empty(), Optional.empty());
  }

  private static String document(JsonNode feed) {
    StringBuilder entries = new StringBuilder();
    String text = "word ".repeat(feed.path("words").asInt()).strip();
    String format = feed.path("format").asString();
    for (JsonNode link : feed.path("links")) {
      entries.append(entry(format).formatted(link.asString(), link.asString(), text));
    }
    return switch (format) {
      case "atom" ->
          "<feed xmlns='http://www.w3.org/2005/Atom'><title>%s</title><link href='%s'/>%s</feed>"
              .formatted(
                  escaped(feed.path("title").asString()), feed.path("site").asString(), entries);
      case "json" ->
          ("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"%s\","
                  + "\"home_page_url\":\"%s\",\"items\":[%s]}")
              .formatted(
                  feed.path("title").asString(),
                  feed.path("site").asString(),
                  entries.substring(0, entries.length() - 1));
      default ->
          "<rss version='2.0'><channel><title>%s</title><link>%s</link>%s</channel></rss>"
              .formatted(
                  escaped(feed.path("title").asString()), feed.path("site").asString(), entries);
    };
  }

  private static String entry(String format) {
    return switch (format) {
      case "atom" -> "<entry><id>%s</id><link href='%s'/><content>%s</content></entry>";
      case "json" -> "{\"id\":\"%s\",\"url\":\"%s\",\"content_text\":\"%s\"},";
      default -> "<item><guid>%s</guid><link>%s</link><description>%s</description></item>";
    };
  }

  private static String escaped(String title) {
    return title.replace("&", "&amp;");
  }

  private JsonNode json(String name) {
    return new ObjectMapper().readTree(bytes(name));
  }

  private byte[] bytes(String name) {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
