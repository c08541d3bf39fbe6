package org.headrace.config;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML 1.2 file as values with their places. Places are found by JSON pointer (RFC 6901). A key
 * that stands twice is a fault here, because no later reader would see the second one.
 */
final class YamlTree {
  private static final int MOST_NODES = 2_000_000;
  private static final int MOST_CHARACTERS = 64 << 20;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, Place> keys = new HashMap<>();
  private final Map<String, Place> values = new HashMap<>();
  private final Set<Node> within = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Faults faults;
  private JsonNode root = MissingNode.getInstance();
  private int nodes;

  private YamlTree(Faults faults) {
    this.faults = faults;
  }

  /** Reads {@code text}; what is no YAML is told to {@code faults} and leaves the root missing. */
  static YamlTree read(String text, Faults faults) {
    YamlTree tree = new YamlTree(faults);
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(MOST_CHARACTERS)
            .setMaxAliasesForCollections(10_000)
            .setAllowDuplicateKeys(true)
            .build();
    try {
      Optional<Node> top = new Compose(settings).composeString(text);
      top.ifPresent(node -> tree.root = tree.value(node, ""));
    } catch (MarkedYamlEngineException e) {
      Place place = place(e, text);
      faults.error(place, "not-yaml", "this is not YAML: " + oneLine(e.getProblem()), "");
    } catch (YamlEngineException | TooLarge e) {
      faults.error(
          Place.TOP,
          "not-yaml",
          "this is not YAML: " + oneLine(String.valueOf(e.getMessage())),
          "");
    }
    return tree;
  }

  JsonNode root() {
    return root;
  }

  /** Lays this tree over another: what has no value here has the other's. Places stay these. */
  YamlTree over(YamlTree other) {
    root = laid(root, other.root);
    return this;
  }

  private static JsonNode laid(JsonNode own, JsonNode other) {
    if (own.isMissingNode() || own.isNull()) {
      return other;
    }
    if (!(own instanceof ObjectNode) || !(other instanceof ObjectNode below)) {
      return own;
    }
    ObjectNode both = below.deepCopy();
    own.properties()
        .forEach(one -> both.set(one.getKey(), laid(one.getValue(), below.path(one.getKey()))));
    return both;
  }

  /** Where the key of the value at {@code pointer} stands; the value itself in a list. */
  Place key(String pointer) {
    return keys.getOrDefault(pointer, value(pointer));
  }

  Place value(String pointer) {
    return values.getOrDefault(pointer, Place.TOP);
  }

  private JsonNode value(Node node, String pointer) {
    if (++nodes > MOST_NODES) {
      throw new TooLarge();
    }
    values.put(pointer, place(node));
    if (!within.add(node)) {
      faults.error(place(node), "not-yaml", "this is not YAML: an alias within what it names", "");
      return JSON.nullNode();
    }
    JsonNode value = content(node, pointer);
    within.remove(node);
    return value;
  }

  private JsonNode content(Node node, String pointer) {
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, pointer);
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JSON.arrayNode();
      List<Node> items = sequence.getValue();
      for (int i = 0; i < items.size(); i++) {
        array.add(value(items.get(i), pointer + "/" + i));
      }
      return array;
    }
    return node instanceof ScalarNode scalar ? scalar(scalar) : JSON.nullNode();
  }

  private ObjectNode mapping(MappingNode mapping, String pointer) {
    ObjectNode object = JSON.objectNode();
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
        faults.error(place(tuple.getKeyNode()), "not-a-key", "a key must be a word", "");
        continue;
      }
      String key = keyNode.getValue();
      if (!seen.add(key)) {
        faults.error(
            place(keyNode),
            "duplicate-key",
            "\"%s\" stands here twice; the first is in line %d"
                .formatted(key, key(child(pointer, key)).line()),
            "");
        continue;
      }
      keys.put(child(pointer, key), place(keyNode));
      object.set(key, value(tuple.getValueNode(), child(pointer, key)));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (tag.equals(Tag.INT) && text.matches("-?[0-9]{1,18}")) {
      return JSON.numberNode(Long.parseLong(text));
    }
    if (tag.equals(Tag.FLOAT) && text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
      return JSON.numberNode(Double.parseDouble(text));
    }
    return JSON.stringNode(text);
  }

  static String child(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  /** What is missing at the end is missing where it was opened. */
  private static Place place(MarkedYamlEngineException fault, String text) {
    int lines = Math.max(1, (int) text.lines().count());
    return fault
        .getProblemMark()
        .filter(mark -> mark.getLine() < lines)
        .or(fault::getContextMark)
        .map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1, 1))
        .orElse(Place.TOP);
  }

  private static Place place(Node node) {
    return node.getStartMark()
        .map(
            start -> {
              int length =
                  node.getEndMark()
                      .filter(end -> end.getLine() == start.getLine())
                      .map(end -> end.getColumn() - start.getColumn())
                      .orElse(1);
              return new Place(start.getLine() + 1, start.getColumn() + 1, Math.max(1, length));
            })
        .orElse(Place.TOP);
  }

  private static String oneLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static final class TooLarge extends RuntimeException {
    TooLarge() {
      super("more than " + MOST_NODES + " values");
    }
  }
}
