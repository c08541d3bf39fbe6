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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
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

  /** Newspapers are what most feeds lead to, and a small part of the pack. */
  private static final Set<String> NEWS = Set.of("naeb", "fundus");

  private static final float WEIGHT_OF_NEWS = 1.5f;
  private static final int PARTS = 5;
  private static final Path TREES = Path.of("src/main/resources/org/headrace/extract");

  private static final Boosting.Plan FIRST = new Boosting.Plan(120, 32, 0.14, 0.35, 10, 8);
  private static final Boosting.Plan SECOND = new Boosting.Plan(80, 16, 0.08, 0.5, 20, 20);

  /**
   * A page of the pack.
   *
   * @param labels of its candidates
   * @param rows what is known of each candidate by itself
   */
  private record Known(
      String set, String id, Page page, int part, List<Labels.Label> labels, List<float[]> rows) {}

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
    List<List<Boosting.Sample>> first =
        pages.stream().map(page -> samples(page, page.rows)).toList();
    List<Trees> looks =
        IntStream.range(0, PARTS)
            .parallel()
            .mapToObj(part -> Trees.of(Boosting.learn(FIRST, without(part, pages, first))))
            .toList();
    // What the second look learns from must be as doubtful as what it will see.
    List<List<Boosting.Sample>> second =
        pages.stream().map(page -> samples(page, around(page, looks.get(page.part)))).toList();
    held(pages, looks, second, Path.of(arguments[1]));
    if (arguments.length < 3) {
      learn("blocks", FIRST, pages, without(PARTS, pages, first));
      learn("neighbourhoods", SECOND, pages, without(PARTS, pages, second));
    }
  }

  private static void learn(
      String name, Boosting.Plan plan, List<Known> pages, List<Boosting.Sample> samples)
      throws IOException {
    long sites = pages.stream().map(known -> site(known.page.location())).distinct().count();
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Learned by bench/extract/train from %d blocks of %d pages of %d sites: %d trees of up to %d leaves."
            .formatted(samples.size(), pages.size(), sites, plan.trees(), plan.leaves()));
    lines.addAll(Boosting.learn(plan, samples));
    Files.write(TREES.resolve(name + ".trees"), lines);
  }

  /** The samples of all pages whose sites are not of a part. */
  private static List<Boosting.Sample> without(
      int part, List<Known> pages, List<List<Boosting.Sample>> samples) {
    List<Boosting.Sample> rest = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      if (pages.get(i).part != part) {
        rest.addAll(samples.get(i));
      }
    }
    return rest;
  }

  private static List<Boosting.Sample> samples(Known page, List<float[]> rows) {
    float scale = NEWS.contains(page.set) ? WEIGHT_OF_NEWS : 1;
    List<Boosting.Sample> samples = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Labels.Label label = page.labels.get(i);
      if (label.weight() > 0) {
        samples.add(new Boosting.Sample(rows.get(i), label.value(), scale * label.weight()));
      }
    }
    return samples;
  }

  /** Each part of the sites is answered by trees learned from the other parts. */
  private static void held(
      List<Known> pages, List<Trees> looks, List<List<Boosting.Sample>> second, Path out)
      throws IOException {
    Map<String, Map<String, Object>> answers = new TreeMap<>();
    IntStream.range(0, PARTS)
        .parallel()
        .mapToObj(
            part ->
                answers(
                    pages,
                    part,
                    new LearnedChoice(
                        looks.get(part),
                        Trees.of(Boosting.learn(SECOND, without(part, pages, second))))))
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

  private static Map<String, Map<String, Object>> answers(
      List<Known> pages, int part, LearnedChoice learned) {
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
      pages.add(known(set, id, page, part, Objects.requireNonNull(gold.get(id))));
    }
    return pages;
  }

  private static Known known(String set, String id, Page page, int part, JsonNode gold) {
    List<Labels.Label> labels = new ArrayList<>();
    List<float[]> rows = new ArrayList<>();
    asked(
        page,
        (rules, about) -> {
          List<Block> blocks = LearnedChoice.candidates(rules);
          labels.clear();
          labels.addAll(Labels.of(gold, blocks, new HashSet<>(rules.kept())));
          BlockFeatures features = new BlockFeatures(rules, about);
          rows.clear();
          blocks.forEach(block -> rows.add(features.copy(block)));
        });
    return new Known(set, id, page, part, labels, rows);
  }

  /** What is known of each candidate of a page once trees have judged all of them. */
  private static List<float[]> around(Known known, Trees look) {
    List<float[]> rows = new ArrayList<>();
    asked(
        known.page,
        (rules, about) -> {
          rows.clear();
          rows.addAll(LearnedChoice.around(rules, about, look));
        });
    return rows;
  }

  /** Reads a page, and what the choice of its blocks is asked for, the last time if it is twice. */
  private static void asked(Page page, BiConsumer<ArticleBody, PageFacts> record) {
    ContentExtractor.extract(
        page,
        ContentExtractor.decode(page),
        (rules, about) -> {
          record.accept(rules, about);
          return rules;
        });
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
