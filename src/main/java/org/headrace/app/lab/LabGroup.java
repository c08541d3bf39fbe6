package org.headrace.app.lab;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.headrace.fingerprint.Fingerprints;
import org.headrace.group.GroupSettings;
import org.headrace.group.StoryIndex;
import org.headrace.model.Arrival;
import org.headrace.model.ArticleId;
import org.headrace.model.Grouping;
import org.headrace.model.Remembered;
import org.headrace.model.SourceId;
import org.headrace.model.StableHash;
import org.headrace.model.StoryId;
import org.headrace.url.CanonicalUrl;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Groups a stream of articles into stories, in the order they arrived.
 *
 * <p>The input holds one article a line: {@code {"id", "source", "url", "title", "published"?,
 * "fetched", "text"}}. The answer holds one line for each: {@code {"id", "cluster", "rule",
 * "score"}}, where the cluster is the id of the story's first article; a line that cannot be read
 * is answered with {@code "error"}.
 */
public final class LabGroup {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final URI NO_BASE = URI.create("http://localhost/");

  private final StoryIndex index = new StoryIndex(GroupSettings.USUAL);
  private final Map<StoryId, String> firstIds = new LinkedHashMap<>();
  private final Map<ArticleId, Arrival> arrivals = new HashMap<>();
  private long order;

  private LabGroup() {}

  /** Reads {@code articles}, writes the stories to {@code out}; 0 if all lines could be read. */
  public static int run(Path articles, Path out) throws IOException {
    LabGroup group = new LabGroup();
    int failed = 0;
    try (BufferedReader lines = Files.newBufferedReader(articles);
        BufferedWriter answers = AnswerFile.writer(out)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          Map<String, Object> answer = group.answer(line);
          failed += answer.containsKey("error") ? 1 : 0;
          answers.write(JSON.writeValueAsString(answer));
          answers.newLine();
        }
      }
    }
    return failed == 0 ? 0 : 1;
  }

  private Map<String, Object> answer(String line) {
    order++;
    Map<String, Object> answer = new LinkedHashMap<>();
    try {
      JsonNode row = JSON.readTree(line);
      answer.put("id", row.path("id").asString(""));
      Arrival arrival = arrival(order, row);
      Grouping grouping = index.decide(arrival, this::articles);
      StoryId story = story(grouping, row.path("id").asString(""));
      learn(arrival, story);
      answer.put("cluster", firstIds.get(story));
      answer.put("rule", grouping.rule());
      answer.put("score", grouping.score());
    } catch (JacksonException | DateTimeException unreadable) {
      answer.put("error", "line " + order + ": " + unreadable.getMessage());
    }
    return answer;
  }

  private StoryId story(Grouping grouping, String id) {
    return switch (grouping) {
      case Grouping.Joins joins -> joins.story();
      case Grouping.Begins begins -> {
        StoryId story = new StoryId(order);
        firstIds.put(story, id);
        yield story;
      }
    };
  }

  private List<Arrival> articles(Collection<ArticleId> ids) {
    return ids.stream().map(arrivals::get).filter(Objects::nonNull).toList();
  }

  private void learn(Arrival arrival, StoryId story) {
    arrivals.put(arrival.id(), arrival);
    index.learn(
        new Remembered(
            order,
            arrival.id(),
            arrival.source(),
            story,
            arrival.seen(),
            StoryIndex.marks(arrival)));
  }

  /** The article of one line, the {@code order}th. */
  public static Arrival arrival(long order, JsonNode row) {
    String title = row.path("title").asString("");
    Instant seen = Instant.parse(row.path("fetched").asString(""));
    return new Arrival(
        new ArticleId(order),
        new SourceId(StableHash.of(row.path("source").asString(""))),
        address(row.path("url").asString("")),
        address(row.path("canonical").asString("")),
        title,
        published(row),
        seen,
        Fingerprints.of(title, row.path("text").asString("")));
  }

  private static String address(String url) {
    return url.isEmpty() ? "" : CanonicalUrl.of(url, NO_BASE).map(CanonicalUrl::key).orElse("");
  }

  private static Optional<Instant> published(JsonNode row) {
    String published = row.path("published").asString("");
    return published.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(published));
  }
}
