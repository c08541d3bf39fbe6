package org.headrace.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Tells of each block of a page whether it is the article's, by the text that is known to be. */
final class Labels {
  private static final int RUN = 4;

  /** How likely each block is right: 1, 0, or something between, with its weight. */
  record Label(float value, float weight) {
    static final Label UNKNOWN = new Label(0, 0);
  }

  private Labels() {}

  static List<Label> of(JsonNode gold, List<Block> blocks, Set<Block> byRules) {
    String body = gold.path("articleBody").asString("");
    return body.isBlank() ? bySnippets(gold, blocks) : byText(gold, body, blocks, byRules);
  }

  private static List<Label> bySnippets(JsonNode gold, List<Block> blocks) {
    List<String> with = squashed(gold.path("with"));
    List<String> without = squashed(gold.path("without"));
    List<Label> labels = new ArrayList<>();
    // Few lines of such a page are known, so each speaks for many.
    float weight = 12;
    for (Block block : blocks) {
      String text = squash(block.text);
      boolean right = with.stream().anyMatch(text::contains);
      boolean wrong = without.stream().anyMatch(text::contains);
      labels.add(right == wrong ? Label.UNKNOWN : new Label(right ? 1 : 0, weight));
    }
    return labels;
  }

  private static List<String> squashed(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(squash(item.asString(""))));
    texts.removeIf(String::isEmpty);
    return texts;
  }

  private static String squash(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static List<Label> byText(
      JsonNode gold, String body, List<Block> blocks, Set<Block> byRules) {
    List<String> all = words(body);
    Map<List<String>, Integer> runs = runs(all);
    Set<String> lines = new HashSet<>();
    body.lines().forEach(line -> lines.add(String.join(" ", words(line))));
    Set<String> optional = new HashSet<>();
    gold.path("optional").forEach(line -> optional.add(String.join(" ", words(line.asString("")))));
    String whole = ' ' + String.join(" ", all) + ' ';
    Label[] labels = new Label[blocks.size()];
    int[] found = new int[1];
    List<List<String>> words = blocks.stream().map(block -> words(block.text)).toList();
    for (boolean first : new boolean[] {true, false}) {
      for (int i = 0; i < labels.length; i++) {
        if (byRules.contains(blocks.get(i)) == first) {
          labels[i] = label(words.get(i), runs, lines, optional, whole, all.size(), found);
        }
      }
    }
    for (int i = 0; i < labels.length; i++) {
      if (words.get(i).size() < RUN && labels[i].value() == 0 && stands(words, i, whole)) {
        labels[i] = new Label(1, weight(words.get(i).size(), all.size()));
      }
    }
    // A text that is hardly on the page says nothing about the page.
    if (found[0] < 0.5 * all.size()) {
      Arrays.fill(labels, Label.UNKNOWN);
    }
    return List.of(labels);
  }

  /**
   * True if a short block stands in the text beside what it stands beside on the page, as the cells
   * of a table do, which are one line of the text.
   */
  private static boolean stands(List<List<String>> blocks, int i, String whole) {
    return !blocks.get(i).isEmpty()
        && (holds(whole, before(blocks, i), blocks.get(i))
            || holds(whole, blocks.get(i), after(blocks, i)));
  }

  private static boolean holds(String whole, List<String> first, List<String> second) {
    return first.size() + second.size() >= RUN
        && !first.isEmpty()
        && !second.isEmpty()
        && whole.contains(' ' + String.join(" ", first) + ' ' + String.join(" ", second) + ' ');
  }

  private static List<String> before(List<List<String>> blocks, int i) {
    List<String> words = new ArrayList<>();
    for (int k = i - 1; k >= 0 && words.size() < RUN; k--) {
      List<String> own = blocks.get(k);
      words.addAll(0, own.subList(Math.max(0, own.size() - RUN + words.size()), own.size()));
    }
    return words;
  }

  private static List<String> after(List<List<String>> blocks, int i) {
    List<String> words = new ArrayList<>();
    for (int k = i + 1; k < blocks.size() && words.size() < RUN; k++) {
      List<String> own = blocks.get(k);
      words.addAll(own.subList(0, Math.min(RUN - words.size(), own.size())));
    }
    return words;
  }

  private static float weight(int words, int all) {
    return Math.min((float) (0.35 + 40.0 * words / Math.max(all, 150)), 4);
  }

  private static Label label(
      List<String> words,
      Map<List<String>, Integer> runs,
      Set<String> lines,
      Set<String> optional,
      String whole,
      int all,
      int[] found) {
    String joined = String.join(" ", words);
    if (words.isEmpty() || optional.contains(joined)) {
      return Label.UNKNOWN;
    }
    float weight = weight(words.size(), all);
    if (words.size() < RUN) {
      if (lines.contains(joined)) {
        return new Label(1, weight);
      }
      return whole.contains(' ' + joined + ' ')
          ? new Label(0, weight * 0.3f)
          : new Label(0, weight);
    }
    int held = 0;
    Map<List<String>, Integer> own = runs(words);
    int sum = 0;
    for (Map.Entry<List<String>, Integer> run : own.entrySet()) {
      int left = runs.getOrDefault(run.getKey(), 0);
      int taken = Math.min(left, run.getValue());
      held += taken;
      sum += run.getValue();
    }
    double share = (double) held / sum;
    if (share >= 0.5) {
      own.forEach(
          (run, count) -> runs.computeIfPresent(run, (key, left) -> Math.max(0, left - count)));
      found[0] += held;
    }
    float sure = (float) Math.max(0.2, Math.abs(share - 0.5) * 2);
    return new Label(share >= 0.5 ? 1 : 0, weight * sure);
  }

  private static Map<List<String>, Integer> runs(List<String> words) {
    Map<List<String>, Integer> runs = new HashMap<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.merge(words.subList(i, i + RUN), 1, Integer::sum);
    }
    return runs;
  }

  /** Runs of letters and digits; each character of scripts without spaces is one. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      boolean dense = TextMeasure.isDense(c);
      boolean letter = Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
      if ((dense || !letter) && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (dense && Character.isLetterOrDigit(c)) {
        words.add(String.valueOf(c));
      } else if (letter) {
        word.append(c);
      }
    }
    return words;
  }
}
