package org.headrace.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.headrace.store.Node;

/** Says where nodes that should work alike do not. Pure. */
public final class Drift {
  private static final Comparator<Map.Entry<String, List<Node>>> FEW_FIRST =
      Comparator.comparing((Map.Entry<String, List<Node>> group) -> group.getValue().size())
          .thenComparing(group -> names(group.getValue()));

  private Drift() {}

  /**
   * One sentence for each thing in which nodes differ, with the file and key; none if all are
   * alike. What only some nodes have, such as a route of one's own, is no difference.
   *
   * @param form that the store has now
   */
  public static List<String> of(List<Node> nodes, String form) {
    List<String> drift = new ArrayList<>();
    told("the version", nodes, Node::version, true).ifPresent(drift::add);
    SortedSet<String> files = new TreeSet<>();
    nodes.forEach(node -> files.addAll(node.files().keySet()));
    for (String file : files) {
      List<Node> with = nodes.stream().filter(node -> node.files().containsKey(file)).toList();
      told(file, with, node -> String.valueOf(node.files().get(file)), false).ifPresent(drift::add);
    }
    String older =
        nodes.stream()
            .filter(node -> isNewer(form, node.form()))
            .map(Node::name)
            .collect(Collectors.joining(", "));
    if (!older.isEmpty()) {
      drift.add(
          "the store has the form %s of a newer Headrace: %s go%s on, but will not start again before"
                  .formatted(form, older, older.contains(",") ? "" : "es")
              + " an update");
    }
    return drift;
  }

  /**
   * Those of {@code heard} that may still run: one that was silent when another of its name began
   * has died, and was started anew.
   */
  public static List<Node> running(List<Node> heard) {
    return heard.stream()
        .filter(
            node ->
                heard.stream()
                    .noneMatch(
                        other ->
                            other.id() != node.id()
                                && other.name().equals(node.name())
                                && !other.started().isBefore(node.seen())))
        .toList();
  }

  private static Optional<String> told(
      String what, List<Node> nodes, Function<Node, String> said, boolean show) {
    Map<String, List<Node>> by =
        nodes.stream().collect(Collectors.groupingBy(said, HashMap::new, Collectors.toList()));
    if (by.size() < 2) {
      return Optional.empty();
    }
    String groups =
        by.entrySet().stream()
            .sorted(FEW_FIRST)
            .map(group -> (show ? group.getKey() + " on " : "") + names(group.getValue()))
            .collect(Collectors.joining(show ? ", " : " unlike "));
    return Optional.of("%s differs: %s".formatted(what, groups));
  }

  private static String names(List<Node> nodes) {
    return nodes.stream().map(Node::name).sorted().collect(Collectors.joining(" and "));
  }

  /** Forms are whole numbers, perhaps with parts behind dots; an unknown one is no newer. */
  private static boolean isNewer(String form, String other) {
    try {
      return Double.parseDouble(form) > Double.parseDouble(other);
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
