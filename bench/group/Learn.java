import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.headrace.app.lab.LabGroup;
import org.headrace.group.Comparison;
import org.headrace.group.GroupSettings;
import org.headrace.group.Recall;
import org.headrace.group.StoryIndex;
import org.headrace.model.Arrival;
import org.headrace.model.Grouping;
import org.headrace.model.Remembered;
import org.headrace.model.StoryId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Learns the weights of the verification by logistic regression (Newton's method, ridge).
 *
 * <p>Every pair that is compared while a stream of articles arrives, and whose label is known, is a
 * sample. A sample with rival stories is taken a second time as if there were none: in the field
 * the first two of a series have no rival either.
 */
final class Learn {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> OF_RIVALS = Set.of("RIVAL", "RIVAL_TITLE", "FAMILIAR");
  private static final double RIDGE = 0.3;
  private static final double OF_REAL = 2.5; // a real sample counts as much as so many made ones
  private static final double WITHOUT_RIVALS = 0.5;

  private final List<double[]> samples = new ArrayList<>();
  private final List<Boolean> labels = new ArrayList<>();
  private final List<Double> counts = new ArrayList<>();
  private List<String> names = List.of();

  /** Labels of a stream: of stories known for all articles, or of some pairs. */
  private interface Labels {
    Optional<Boolean> same(String one, String other);

    Optional<String> story(String id);
  }

  public static void main(String[] arguments) throws IOException {
    Path pack = Path.of(arguments[0]);
    Learn learn = new Learn();
    learn.read(pack.resolve("synth/articles.jsonl"), stories(pack.resolve("synth/gold.jsonl")), 1);
    try (Stream<Path> real = Files.list(pack.resolve("real"))) {
      for (Path stream : real.sorted().toList()) {
        learn.read(stream.resolve("articles.jsonl"), pairs(stream.resolve("pairs.jsonl")), OF_REAL);
      }
    }
    Files.writeString(Path.of(arguments[1]), learn.written(learn.weights()));
  }

  private static List<JsonNode> rows(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).map(JSON::readTree).toList();
    }
  }

  private static Labels stories(Path gold) throws IOException {
    Map<String, String> stories = new HashMap<>();
    for (JsonNode row : rows(gold)) {
      stories.put(row.path("id").asString(""), row.path("cluster").asString(""));
    }
    return new Labels() {
      @Override
      public Optional<Boolean> same(String one, String other) {
        return Optional.of(stories.get(one).equals(stories.get(other)));
      }

      @Override
      public Optional<String> story(String id) {
        return Optional.of(stories.get(id));
      }
    };
  }

  private static Labels pairs(Path pairs) throws IOException {
    Map<Set<String>, Boolean> labels = new HashMap<>();
    for (JsonNode row : rows(pairs)) {
      Set<String> pair = Set.of(row.path("a").asString(""), row.path("b").asString(""));
      labels.put(pair, row.path("label").asString("").equals("dup"));
    }
    return new Labels() {
      @Override
      public Optional<Boolean> same(String one, String other) {
        return Optional.ofNullable(labels.get(new HashSet<>(List.of(one, other))));
      }

      @Override
      public Optional<String> story(String id) {
        return Optional.empty();
      }
    };
  }

  private void read(Path articles, Labels known, double count) throws IOException {
    StoryIndex index = new StoryIndex(GroupSettings.USUAL);
    Map<String, StoryId> stories = new HashMap<>();
    List<String> ids = new ArrayList<>();
    List<Arrival> arrivals = new ArrayList<>();
    Recall recall = wanted -> wanted.stream().map(id -> arrivals.get((int) id.value())).toList();
    for (JsonNode row : rows(articles)) {
      String id = row.path("id").asString("");
      Arrival arrival = LabGroup.arrival(ids.size(), row);
      for (Comparison comparison : index.compare(arrival, recall)) {
        known
            .same(id, ids.get((int) comparison.other().value()))
            .ifPresent(label -> add(comparison.features(), label, count));
      }
      StoryId own = new StoryId(ids.size());
      StoryId story =
          known
              .story(id)
              .map(name -> stories.computeIfAbsent(name, first -> own))
              .orElseGet(
                  () ->
                      index.decide(arrival, recall) instanceof Grouping.Joins j ? j.story() : own);
      index.learn(
          new Remembered(
              ids.size(),
              arrival.id(),
              arrival.source(),
              story,
              arrival.seen(),
              StoryIndex.marks(arrival)));
      arrivals.add(arrival);
      ids.add(id);
    }
  }

  private void add(Map<String, Double> features, boolean label, double count) {
    names = List.copyOf(features.keySet());
    double[] all = new double[names.size()];
    double[] alone = new double[names.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = features.get(names.get(i));
      alone[i] = OF_RIVALS.contains(names.get(i)) ? 0 : all[i];
    }
    samples.add(all);
    labels.add(label);
    counts.add(count);
    if (!Arrays.equals(all, alone)) {
      samples.add(alone);
      labels.add(label);
      counts.add(count * WITHOUT_RIVALS);
    }
  }

  private double[] weights() {
    double[] weights = new double[names.size()];
    for (int round = 0; round < 50; round++) {
      double[] step = step(weights);
      double longest = 0;
      for (int i = 0; i < weights.length; i++) {
        weights[i] += step[i];
        longest = Math.max(longest, Math.abs(step[i]));
      }
      if (longest < 1e-6) {
        break;
      }
    }
    return weights;
  }

  private double[] step(double[] weights) {
    int n = weights.length;
    double[][] system = new double[n][n + 1];
    for (int i = 0; i < n; i++) {
      system[i][i] = RIDGE;
      system[i][n] = names.get(i).equals("ALWAYS") ? 0 : -RIDGE * weights[i];
    }
    for (int s = 0; s < samples.size(); s++) {
      double[] x = samples.get(s);
      double p = likely(weights, x);
      double slope = counts.get(s) * p * (1 - p);
      double error = counts.get(s) * ((labels.get(s) ? 1 : 0) - p);
      for (int i = 0; i < n; i++) {
        system[i][n] += error * x[i];
        for (int j = 0; j < n; j++) {
          system[i][j] += slope * x[i] * x[j];
        }
      }
    }
    return solved(system);
  }

  private static double likely(double[] weights, double[] x) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * x[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** Gauss and Jordan; the ridge keeps every pivot above zero. */
  private static double[] solved(double[][] system) {
    int n = system.length;
    for (int pivot = 0; pivot < n; pivot++) {
      for (int row = 0; row < n; row++) {
        if (row != pivot) {
          double factor = system[row][pivot] / system[pivot][pivot];
          for (int column = pivot; column <= n; column++) {
            system[row][column] -= factor * system[pivot][column];
          }
        }
      }
    }
    double[] solution = new double[n];
    for (int i = 0; i < n; i++) {
      solution[i] = system[i][n] / system[i][i];
    }
    return solution;
  }

  private String written(double[] weights) {
    long copies = labels.stream().filter(label -> label).count();
    StringBuilder lines = new StringBuilder();
    lines.append(
        String.format(
            Locale.ROOT,
            "# Made by bench/group/learn: logistic regression, ridge %.1f, on %d compared pairs,"
                + " %d of them copies.%n",
            RIDGE,
            samples.size(),
            copies));
    for (int i = 0; i < weights.length; i++) {
      lines.append(String.format(Locale.ROOT, "%s %.3f%n", names.get(i), weights[i]));
    }
    return lines.toString();
  }
}
