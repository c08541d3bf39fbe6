package org.headrace.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectMapper;

/**
 * A source as it is written into {@code sources.yaml} by a command.
 *
 * @param remark a comment above it; empty if none
 * @param name empty if it is to be known by its host
 * @param topics empty if none
 * @param privateNetwork true if it may lie inside the operator's own network
 * @param article CSS selectors by what they find (body, remove, title), in that order; none if the
 *     program finds the article
 */
public record SourceBlock(
    String remark,
    String name,
    URI address,
    List<String> topics,
    boolean privateNetwork,
    SequencedMap<String, String> article) {

  public SourceBlock {
    topics = List.copyOf(topics);
    article = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(article));
  }

  /** One whose articles the program finds by itself. */
  public SourceBlock(
      String remark, String name, URI address, List<String> topics, boolean privateNetwork) {
    this(remark, name, address, topics, privateNetwork, new LinkedHashMap<>());
  }

  /** As lines of a list, without indentation: comment, dash and keys. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!remark.isEmpty()) {
      lines.add("# " + oneLine(remark));
    }
    if (name.isEmpty() && topics.isEmpty() && !privateNetwork && article.isEmpty()) {
      lines.add("- " + scalar(address.toString()));
      return lines;
    }
    String dash = "- ";
    if (!name.isEmpty()) {
      lines.add(dash + "name: " + scalar(oneLine(name)));
      dash = "  ";
    }
    lines.add(dash + "url: " + scalar(address.toString()));
    if (!topics.isEmpty()) {
      lines.add("  topics: " + list(topics));
    }
    if (privateNetwork) {
      lines.add("  private-network: allow");
    }
    if (!article.isEmpty()) {
      lines.add("  article:");
      article.forEach(
          (key, selector) -> lines.add("    " + key + ": " + scalar(oneLine(selector))));
    }
    return lines;
  }

  /** The block as it would stand in a list of its own. */
  public String text() {
    return String.join("\n", lines()) + "\n";
  }

  /** In one line, for a list written in brackets. */
  String flow() {
    StringBuilder flow = new StringBuilder("{");
    if (!name.isEmpty()) {
      flow.append("name: ").append(quoted(oneLine(name))).append(", ");
    }
    flow.append("url: ").append(quoted(address.toString()));
    if (!topics.isEmpty()) {
      flow.append(", topics: ").append(list(topics));
    }
    if (privateNetwork) {
      flow.append(", private-network: allow");
    }
    if (!article.isEmpty()) {
      flow.append(", article: {").append(selectors()).append('}');
    }
    return flow.append('}').toString();
  }

  private String selectors() {
    return article.entrySet().stream()
        .map(one -> one.getKey() + ": " + quoted(oneLine(one.getValue())))
        .collect(Collectors.joining(", "));
  }

  private static String list(List<String> words) {
    return "[" + String.join(", ", words.stream().map(SourceBlock::quotedIfNeeded).toList()) + "]";
  }

  private static String quotedIfNeeded(String word) {
    boolean plain =
        !word.isEmpty()
            && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-')
            && isPlain(word);
    return plain ? word : quoted(word);
  }

  private static String scalar(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  /** True if YAML gives back the same text without quotes. */
  private static boolean isPlain(String text) {
    Faults faults = new Faults("");
    YamlTree tree = YamlTree.read("key: " + text + "\n", faults);
    return faults.inOrder().isEmpty()
        && tree.root().path("key").isString()
        && tree.root().path("key").asString().equals(text);
  }

  private static String quoted(String text) {
    return new ObjectMapper().writeValueAsString(text);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
  }
}
