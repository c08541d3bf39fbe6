package org.headrace.app.lab;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.headrace.clean.HarmlessHtml;
import org.headrace.model.Enclosure;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.model.FeedHead;
import org.headrace.model.Page;
import org.headrace.parse.FeedParser;
import org.headrace.parse.UnreadableFeedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a folder of feeds and writes what was understood, a line of JSON per feed, so that the
 * reader can be compared with others.
 */
public final class LabParse {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private LabParse() {}

  /**
   * Reads every feed {@code manifest} names (a line of JSON each: id, file, url, headers) and
   * writes the results to {@code out}. Returns 0.
   *
   * @throws IOException if the manifest cannot be read or the results cannot be written
   */
  public static int run(Path manifest, Path out) throws IOException {
    Path folder = manifest.toAbsolutePath().normalize().resolveSibling(".").normalize();
    try (Stream<String> lines = Files.lines(manifest);
        BufferedWriter writer = AnswerFile.writer(out)) {
      for (String line : (Iterable<String>) lines.filter(line -> !line.isBlank())::iterator) {
        writer.write(JSON.writeValueAsString(read(folder, JSON.readTree(line))));
        writer.newLine();
      }
    }
    return 0;
  }

  private static Map<String, Object> read(Path folder, JsonNode one) {
    Map<String, Object> result = new TreeMap<>();
    result.put("id", one.path("id").asString(""));
    try {
      Feed feed = FeedParser.parse(page(folder, one));
      result.put("ok", true);
      result.put("format", feed.format());
      result.put("encoding", feed.encoding());
      result.put("bozo", !feed.repairs().isEmpty());
      result.put("repairs", feed.repairs().stream().map(r -> r.what() + ": " + r.where()).toList());
      result.put("feed", head(feed.head()));
      result.put("entries", feed.entries().stream().map(LabParse::entry).toList());
    } catch (UnreadableFeedException | IOException | RuntimeException e) {
      result.put("ok", false);
      result.put("error", e.toString());
    }
    return result;
  }

  /** A document of the pack as a server would have sent it. */
  static Page page(Path folder, JsonNode one) throws IOException {
    byte[] body = Files.readAllBytes(folder.resolve(one.path("file").asString("")));
    URI location = URI.create(one.path("url").asString(""));
    JsonNode headers = one.path("headers");
    String contentLocation = headers.path("content-location").asString("");
    return new Page(
        location,
        headers.path("content-type").asString(""),
        contentLocation.isEmpty() ? location : location.resolve(contentLocation),
        headers.path("content-language").asString(""),
        body);
  }

  private static Map<String, Object> head(FeedHead head) {
    Map<String, Object> map = new TreeMap<>();
    map.put("id", head.id());
    map.put("title", HarmlessHtml.title(head.title()));
    map.put("description", html(head.description()));
    head.link().ifPresent(link -> map.put("link", link.toString()));
    head.self().ifPresent(self -> map.put("self", self.toString()));
    map.put("language", head.language());
    head.published().ifPresent(date -> map.put("published", date.toString()));
    head.updated().ifPresent(date -> map.put("updated", date.toString()));
    map.put("rights", html(head.rights()));
    map.put("generator", head.generator());
    head.image().ifPresent(image -> map.put("image", image.toString()));
    head.icon().ifPresent(icon -> map.put("icon", icon.toString()));
    head.explicit().ifPresent(explicit -> map.put("explicit", explicit));
    map.put("authors", head.authors());
    map.put("contributors", head.contributors());
    map.put("categories", head.categories());
    map.put("links", head.links());
    return map;
  }

  private static Map<String, Object> entry(Entry entry) {
    Map<String, Object> map = new TreeMap<>();
    map.put("id", entry.id());
    entry.link().ifPresent(link -> map.put("link", link.toString()));
    map.put("title", HarmlessHtml.title(entry.title()));
    map.put("summary", html(entry.summary()));
    map.put("content", html(entry.content()));
    entry.published().ifPresent(date -> map.put("published", date.toString()));
    entry.updated().ifPresent(date -> map.put("updated", date.toString()));
    map.put("language", entry.language());
    map.put("content_language", entry.contentLanguage());
    map.put("rights", html(entry.rights()));
    entry.comments().ifPresent(comments -> map.put("comments", comments.toString()));
    entry.image().ifPresent(image -> map.put("image", image.toString()));
    entry.duration().ifPresent(duration -> map.put("duration", duration.toSeconds()));
    entry.explicit().ifPresent(explicit -> map.put("explicit", explicit));
    map.put("authors", entry.authors());
    map.put("contributors", entry.contributors());
    map.put("categories", entry.categories());
    map.put("enclosures", media(entry.enclosures()));
    map.put("media", media(entry.media()));
    map.put("links", entry.links());
    entry.origin().ifPresent(origin -> map.put("source", head(origin)));
    return map;
  }

  private static List<Map<String, Object>> media(List<Enclosure> media) {
    return media.stream().map(LabParse::medium).toList();
  }

  private static Map<String, Object> medium(Enclosure enclosure) {
    Map<String, Object> map = new TreeMap<>();
    map.put("url", enclosure.address());
    map.put("type", enclosure.type());
    enclosure.length().ifPresent(length -> map.put("length", length));
    return map;
  }

  /** The one place where markup passes on its way out. Its addresses are absolute already. */
  private static String html(String found) {
    return HarmlessHtml.of(found);
  }
}
