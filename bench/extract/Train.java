package org.headrace.extract;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.headrace.app.lab.LabExtract;
import org.headrace.extract.BlockFeatures.PageFacts;
import org.headrace.model.Extracted;
import org.headrace.model.Page;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Learns the trees of {@link LearnedChoice}; see the script beside this file. */
public final class Train {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SETS = List.of("naeb", "fundus", "wcxb-dev-art", "trafilatura");
  private static final int PARTS = 5;
  private static final Path TREES = Path.of("src/main/resources/org/headrace/extract/blocks.trees");

  /** A page of the pack, and what of it is learned from. */
  private record Known(String set, String id, Page page, int part, List<Boosting.Sample> samples) {}

  private Train() {}

  /**
   * {@code PACK HELD [--check]}: writes the held-out answers to the folder HELD and, if it is not
   * only to be checked, the trees.
   */
  public static void main(String[] arguments) throws IOException {
    Path pack = Path.of(arguments[0]);
    List<Known> pages = new ArrayList<>();
    for (String set : SETS) {
      pages.addAll(read(pack.resolve(set), set));
    }
    held(pages, Path.of(arguments[1]));
    if (arguments.length < 3) {
      learn(pages);
    }
  }

  private static void learn(List<Known> pages) throws IOException {
    List<Boosting.Sample> samples = samples(pages, -1);
    long sites = pages.stream().map(known -> site(known.page.location())).distinct().count();
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Learned by bench/extract/train from %d blocks of %d pages of %d sites: %d trees of up to %d leaves."
            .formatted(samples.size(), pages.size(), sites, Boosting.TREES, Boosting.LEAVES));
    lines.addAll(Boosting.learn(samples));
    Files.write(TREES, lines);
  }

  private static List<Boosting.Sample> samples(List<Known> pages, int without) {
    List<Boosting.Sample> samples = new ArrayList<>();
    for (Known known : pages) {
      if (known.part != without) {
        samples.addAll(known.samples);
      }
    }
    return samples;
  }

  /** Each part of the sites is answered by trees learned from the other parts. */
  private static void held(List<Known> pages, Path out) throws IOException {
    Map<String, Map<String, Object>> answers = new TreeMap<>();
    IntStream.range(0, PARTS)
        .parallel()
        .mapToObj(part -> answers(pages, part))
        .forEachOrdered(
            part ->
                part.forEach(
                    (set, found) ->
                        answers.computeIfAbsent(set, name -> new TreeMap<>()).putAll(found)));
    Files.createDirectories(out);
    for (Map.Entry<String, Map<String, Object>> set : answers.entrySet()) {
      JSON.writeValue(out.resolve(set.getKey() + ".json").toFile(), set.getValue());
    }
  }

  private static Map<String, Map<String, Object>> answers(List<Known> pages, int part) {
    LearnedChoice learned = new LearnedChoice(Trees.of(Boosting.learn(samples(pages, part))));
    Map<String, Map<String, Object>> answers = new TreeMap<>();
    for (Known known : pages) {
      if (known.part == part) {
        Extracted found =
            ContentExtractor.extract(known.page, ContentExtractor.decode(known.page), learned);
        answers
            .computeIfAbsent(known.set, set -> new TreeMap<>())
            .put(known.id, Map.of("articleBody", found.text()));
      }
    }
    return answers;
  }

  private static List<Known> read(Path folder, String set) throws IOException {
    Map<String, JsonNode> gold = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("gold.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      gold.put(row.path("id").asString(""), row);
    }
    List<Known> pages = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("manifest.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      String id = row.path("id").asString("");
      Page page = LabExtract.page(folder, row);
      int part = Math.floorMod(site(page.location()).hashCode() * 0x9E3779B1 >>> 8, PARTS);
      pages.add(
          new Known(set, id, page, part, samples(page, Objects.requireNonNull(gold.get(id)))));
    }
    return pages;
  }

  private static List<Boosting.Sample> samples(Page page, JsonNode gold) {
    List<Boosting.Sample> samples = new ArrayList<>();
    BlockChoice recorder =
        (rules, about) -> {
          samples.clear();
          samples.addAll(samples(rules, about, gold));
          return rules;
        };
    ContentExtractor.extract(page, ContentExtractor.decode(page), recorder);
    return samples;
  }

  private static List<Boosting.Sample> samples(ArticleBody rules, PageFacts about, JsonNode gold) {
    List<Block> blocks = LearnedChoice.candidates(rules);
    List<Labels.Label> labels = Labels.of(gold, blocks, new HashSet<>(rules.kept()));
    BlockFeatures features = new BlockFeatures(rules, about);
    List<Boosting.Sample> samples = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      float[] row = features.copy(blocks.get(i));
      if (labels.get(i).weight() > 0) {
        samples.add(new Boosting.Sample(row, labels.get(i).value(), labels.get(i).weight()));
      }
    }
    return samples;
  }

  /** The last two names of the host, three where the last but one is short as in {@code co.uk}. */
  private static String site(URI address) {
    String host = Objects.requireNonNullElse(address.getHost(), "").toLowerCase(Locale.ROOT);
    String[] names = host.split("\\.");
    int count = names.length > 2 && names[names.length - 2].length() <= 3 ? 3 : 2;
    return String.join(
        ".", List.of(names).subList(Math.max(0, names.length - count), names.length));
  }
}
