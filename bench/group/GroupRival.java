package org.headrace.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.headrace.app.lab.LabGroup;
import org.headrace.group.GroupSettings;
import org.headrace.group.StoryIndex;
import org.headrace.model.Arrival;
import org.headrace.model.Grouping;
import org.headrace.model.Remembered;
import org.headrace.model.StoryId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Groups a stream of articles by {@link MinHashGroups} and by our own rules, both timed without
 * tokenising.
 */
public final class GroupRival {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROUNDS = 2;

  private GroupRival() {}

  /** Arguments: the articles, where the rival's clusters are written. */
  public static void main(String[] arguments) throws IOException {
    List<String> names = new ArrayList<>();
    List<Arrival> arrivals = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      JsonNode row = JSON.readTree(line);
      names.add(row.path("id").asString(""));
      arrivals.add(LabGroup.arrival(arrivals.size(), row));
    }
    for (int round = 0; round < ROUNDS; round++) {
      boolean isLast = round == ROUNDS - 1;
      long start = cpu();
      MinHashGroups rival = new MinHashGroups();
      int[] clusters = new int[arrivals.size()];
      for (int i = 0; i < clusters.length; i++) {
        clusters[i] = rival.add(arrivals.get(i).fingerprint().body());
      }
      long between = cpu();
      ours(arrivals);
      long end = cpu();
      if (isLast) {
        write(Path.of(arguments[1]), names, clusters);
        System.out.printf(
            Locale.ROOT,
            "%d articles, µs of CPU an article: MinHash %.0f, Headrace %.0f%n",
            clusters.length,
            (between - start) / 1e3 / clusters.length,
            (end - between) / 1e3 / clusters.length);
      }
    }
  }

  private static void ours(List<Arrival> arrivals) {
    StoryIndex index = new StoryIndex(GroupSettings.USUAL);
    for (Arrival arrival : arrivals) {
      Grouping grouping =
          index.decide(
              arrival, ids -> ids.stream().map(id -> arrivals.get((int) id.value())).toList());
      StoryId story =
          grouping instanceof Grouping.Joins joins
              ? joins.story()
              : new StoryId(arrival.id().value());
      index.learn(
          new Remembered(
              arrival.id().value() + 1,
              arrival.id(),
              arrival.source(),
              story,
              arrival.seen(),
              StoryIndex.marks(arrival)));
    }
  }

  private static void write(Path out, List<String> names, int[] clusters) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(out)) {
      for (int i = 0; i < clusters.length; i++) {
        lines.write(
            JSON.writeValueAsString(
                JSON.createObjectNode()
                    .put("id", names.get(i))
                    .put("cluster", names.get(clusters[i]))));
        lines.newLine();
      }
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
