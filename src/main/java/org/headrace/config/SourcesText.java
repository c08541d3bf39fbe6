package org.headrace.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Source;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The text of {@code sources.yaml}, changed line by line where a change is wanted and nowhere else:
 * comments, order and spelling of all the rest stay. A change whose result does not say exactly
 * what was wanted is not made.
 */
public final class SourcesText {
  private final String text;

  /** Over a file as it stands. */
  public SourcesText(String text) {
    this.text = text;
  }

  /**
   * What became of the text.
   *
   * @param text the whole file, changed
   * @param line where the change begins, counted from 1
   */
  public record Edited(String text, int line) {}

  /** The text with {@code block} at the end of the list; empty if that cannot be done safely. */
  public Optional<Edited> with(SourceBlock block) {
    if (SourcesFile.read("", text).broken()) {
      return Optional.empty();
    }
    return at().map(place -> placed(block, place))
        .filter(edited -> isJust(edited, sources(text), block));
  }

  /** The text without the source at {@code address}; empty if that cannot be done safely. */
  public Optional<Edited> without(URI address) {
    if (SourcesFile.read("", text).broken()) {
      return Optional.empty();
    }
    List<Source> before = sources(text);
    List<Source> wanted =
        before.stream().filter(source -> !source.address().equals(address)).toList();
    return SourcesFile.line(text, address).stream()
        .boxed()
        .findFirst()
        .flatMap(this::withoutLine)
        .filter(edited -> wanted.size() < before.size() && same(sources(edited.text()), wanted));
  }

  private sealed interface Place {
    /** After a line of a list that has one item a line. */
    record After(int line, int indent) implements Place {}

    /** In place of an empty list that begins and ends in these characters. */
    record InsteadOf(int from, int to, int indent) implements Place {}

    /** Before the bracket that ends a list. */
    record Before(int at) implements Place {}
  }

  private Optional<Place> at() {
    Optional<Node> root = composed(text);
    if (root.isEmpty() || isNothing(root.get())) {
      int end = text.length();
      return Optional.of(new Place.InsteadOf(end, end, 0));
    }
    if (root.get() instanceof SequenceNode list) {
      return list(list, 0);
    }
    return root.get() instanceof MappingNode mapping ? under(mapping) : Optional.empty();
  }

  private Optional<Place> under(MappingNode mapping) {
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("sources")) {
        if (tuple.getValueNode() instanceof SequenceNode list) {
          return list(list, 2);
        }
        if (isNothing(tuple.getValueNode())) {
          int end = end(tuple.getKeyNode()) + 1;
          return Optional.of(new Place.InsteadOf(end, end, 2));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Place> list(SequenceNode list, int indent) {
    if (list.getValue().isEmpty()) {
      return Optional.of(new Place.InsteadOf(start(list), end(list), indent));
    }
    if (list.getFlowStyle() == FlowStyle.FLOW) {
      return Optional.of(new Place.Before(end(list) - 1));
    }
    Node last = list.getValue().getLast();
    return Optional.of(new Place.After(lastLine(last), column(list)));
  }

  private Edited placed(SourceBlock block, Place place) {
    return switch (place) {
      case Place.Before before ->
          new Edited(
              text.substring(0, before.at).stripTrailing()
                  + ", "
                  + block.flow()
                  + text.substring(before.at),
              lineOf(before.at));
      case Place.After after -> {
        int at = startOfLine(after.line + 1);
        String head = text.substring(0, at);
        String gap = head.isEmpty() || head.endsWith("\n") ? "" : "\n";
        String inserted = indented(block, after.indent);
        yield new Edited(head + gap + inserted + text.substring(at), after.line + 2);
      }
      case Place.InsteadOf instead -> {
        String head = text.substring(0, instead.from).replaceFirst("[ \\t]+$", "");
        String gap = head.isEmpty() || head.endsWith("\n") ? "" : "\n";
        String tail = text.substring(instead.to).replaceFirst("^[ \\t]*\\R?", "");
        String inserted = indented(block, instead.indent);
        yield new Edited(head + gap + inserted + tail, lineOf(head.length()) + gap.length());
      }
    };
  }

  private static String indented(SourceBlock block, int spaces) {
    StringBuilder out = new StringBuilder();
    block.lines().forEach(line -> out.append(" ".repeat(spaces)).append(line).append('\n'));
    return out.toString();
  }

  private Optional<Edited> withoutLine(int addressLine) {
    Optional<Node> root = composed(text);
    List<Node> items = root.map(SourcesText::items).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(i);
      if (line(item) <= addressLine - 1 && addressLine - 1 <= lastLine(item)) {
        return Optional.of(cut(items, i));
      }
    }
    return Optional.empty();
  }

  private static List<Node> items(Node root) {
    if (root instanceof SequenceNode list) {
      return list.getFlowStyle() == FlowStyle.FLOW ? List.of() : list.getValue();
    }
    if (root instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getValueNode() instanceof SequenceNode list) {
          return items(list);
        }
      }
    }
    return List.of();
  }

  /** Takes an item out, and the comment right above it, which is about it. */
  private Edited cut(List<Node> items, int index) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int first = line(items.get(index));
    int last = lastLine(items.get(index));
    int above = first;
    int stop = index == 0 ? 0 : lastLine(items.get(index - 1)) + 1;
    while (above > stop && lines.get(above - 1).strip().startsWith("#")) {
      above--;
    }
    boolean head = index == 0 && above == stop; // the head of the file is about all of it
    int from = head ? first : above;
    String indent = " ".repeat(Math.max(0, column(items.get(index)) - 2));
    lines.subList(from, last + 1).clear();
    if (items.size() == 1) {
      lines.add(from, indent + "[]");
    }
    return new Edited(lines.isEmpty() ? "" : String.join("\n", lines) + "\n", from + 1);
  }

  private static boolean isJust(Edited edited, List<Source> before, SourceBlock block) {
    Reading<List<Source>> reading = SourcesFile.read("", edited.text());
    if (reading.broken()) {
      return false;
    }
    List<Source> after = reading.value().orElse(List.of());
    return after.size() == before.size() + 1
        && same(after.subList(0, before.size()), before)
        && after.getLast().address().equals(block.address())
        && (block.name().isEmpty() || after.getLast().topics().equals(block.topics()));
  }

  /** The lines of rules may have moved. */
  private static boolean same(List<Source> some, List<Source> others) {
    return some.stream()
        .map(Source::address)
        .toList()
        .equals(others.stream().map(Source::address).toList());
  }

  private static List<Source> sources(String text) {
    return SourcesFile.read("", text).value().orElse(List.of());
  }

  private static Optional<Node> composed(String text) {
    return new Compose(LoadSettings.builder().setAllowDuplicateKeys(true).build())
        .composeString(text);
  }

  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar
        && (scalar.getValue().isEmpty() || scalar.getValue().equals("null"));
  }

  private int startOfLine(int line) {
    int at = 0;
    for (int i = 0; i < line; i++) {
      int end = text.indexOf('\n', at);
      if (end < 0) {
        return text.length();
      }
      at = end + 1;
    }
    return at;
  }

  private int lineOf(int index) {
    return 1
        + (int)
            text.substring(0, Math.min(index, text.length()))
                .chars()
                .filter(c -> c == '\n')
                .count();
  }

  /** The last line that holds something of {@code node}: a block ends where the next one begins. */
  private static int lastLine(Node node) {
    if (node instanceof SequenceNode list
        && list.getFlowStyle() != FlowStyle.FLOW
        && !list.getValue().isEmpty()) {
      return lastLine(list.getValue().getLast());
    }
    if (node instanceof MappingNode mapping
        && mapping.getFlowStyle() != FlowStyle.FLOW
        && !mapping.getValue().isEmpty()) {
      NodeTuple last = mapping.getValue().getLast();
      return Math.max(lastLine(last.getKeyNode()), lastLine(last.getValueNode()));
    }
    return node.getEndMark()
        .map(
            mark ->
                mark.getColumn() == 0 && mark.getLine() > line(node)
                    ? mark.getLine() - 1
                    : mark.getLine())
        .orElse(line(node));
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine()).orElse(0);
  }

  private static int column(Node node) {
    return node.getStartMark().map(mark -> mark.getColumn()).orElse(0);
  }

  private int start(Node node) {
    return node.getStartMark().map(mark -> index(mark.getIndex())).orElse(0);
  }

  private int end(Node node) {
    return node.getEndMark().map(mark -> index(mark.getIndex())).orElse(text.length());
  }

  /** Marks count code points. */
  private int index(int codePoints) {
    return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
  }
}
