package org.headrace.app.lab;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.headrace.model.Article;
import org.headrace.model.Every;
import org.headrace.model.Feed;
import org.headrace.model.FullText;
import org.headrace.model.Source;
import org.headrace.model.Story;
import org.headrace.model.StoryId;
import org.headrace.parse.FeedParser;
import org.headrace.parse.UnreadableFeedException;
import org.headrace.pipeline.FeedArticles;
import org.headrace.publish.Edition;
import org.headrace.publish.OutputWriter;
import org.headrace.publish.Publication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a folder of feeds and publishes each as it would be published if it were the only source,
 * so that the documents can be judged.
 */
public final class LabPublish {
  /** Where the documents claim to stand; a number follows. */
  private static final String SITE = "https://reader.example/";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private LabPublish() {}

  /**
   * Publishes every feed {@code manifest} names (a line of JSON each: id, file, url, headers) that
   * can be read and has entries. The Nth becomes {@code feed.atom}, {@code feed.rss} and {@code
   * feed.json} in the folder N of {@code out}; {@code list.tsv} beside them gives for each its
   * number, its address and the id of the feed. Returns 0.
   *
   * @throws IOException if the manifest cannot be read or the results cannot be written
   */
  public static int run(Path manifest, Path out) throws IOException {
    Path folder = manifest.toAbsolutePath().normalize().resolveSibling(".").normalize();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    List<String> list = new ArrayList<>();
    Files.createDirectories(out);
    try (Stream<String> lines = Files.lines(manifest)) {
      for (String line : (Iterable<String>) lines.filter(line -> !line.isBlank())::iterator) {
        JsonNode one = JSON.readTree(line);
        String number = Integer.toString(list.size() + 1);
        URI address = URI.create(SITE + number + "/");
        if (publish(folder, one, address, now, out.resolve(number))) {
          list.add(number + "\t" + address + "\t" + one.path("id").asString(""));
        }
      }
    }
    Files.write(out.resolve("list.tsv"), list);
    return 0;
  }

  private static boolean publish(Path folder, JsonNode one, URI address, Instant now, Path out)
      throws IOException {
    List<Story> stories;
    Source source = source(URI.create(one.path("url").asString("")));
    try {
      stories = stories(source, FeedParser.parse(LabParse.page(folder, one)), now);
    } catch (UnreadableFeedException | RuntimeException e) {
      return false;
    }
    Publication publication =
        new Publication(
            "Lab", address, "", stories, List.of(source), List.of(), "Headrace in the lab");
    Files.createDirectories(out);
    for (Edition edition : OutputWriter.feeds(publication)) {
      Files.write(out.resolve(edition.file()), edition.plain());
    }
    return !stories.isEmpty();
  }

  private static List<Story> stories(Source source, Feed feed, Instant now) {
    List<Story> stories = new ArrayList<>();
    for (Article article : FeedArticles.of(source, feed, now)) {
      Instant published = FeedArticles.published(article);
      long number = stories.size() + 1L;
      stories.add(
          new Story(
              new StoryId(number),
              "tag:reader.example,2025:story/" + number,
              article,
              List.of(),
              published,
              published));
    }
    return stories;
  }

  private static Source source(URI address) {
    return new Source(
        String.valueOf(address.getHost()),
        address,
        List.of(),
        new Every.Auto(),
        FullText.NEVER,
        false,
        List.of());
  }
}
