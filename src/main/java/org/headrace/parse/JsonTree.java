package org.headrace.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a JSON object as far as it can be read: where the document breaks off, the tree ends. */
final class JsonTree {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private static final JsonFactory STRICT = JsonFactory.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectNode root = NODES.objectNode();
  private final Deque<ContainerNode<?>> open = new ArrayDeque<>();
  private final Deque<String> names = new ArrayDeque<>();

  private JsonTree() {}

  /** The object {@code text} begins with; empty of members if it is none. */
  static ObjectNode read(String text, RepairLog repairs) {
    JsonTree strict = new JsonTree();
    if (strict.isWhole(STRICT, text)) {
      return strict.root;
    }
    JsonTree tree = new JsonTree();
    repairs.add(
        tree.isWhole(FACTORY, text)
            ? "what is not quite JSON was read as what it means"
            : "the document breaks off, is damaged or goes on: what could be read is kept");
    return tree.root;
  }

  /** Reads as far as it goes; false if something is wrong or stands behind the object. */
  private boolean isWhole(JsonFactory factory, String text) {
    try (JsonParser parser =
        factory.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        build(parser);
      }
      return parser.nextToken() == null;
    } catch (JacksonException broken) {
      return false;
    }
  }

  private void build(JsonParser parser) {
    open.push(root);
    names.push("");
    while (!open.isEmpty()) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return;
      }
      take(token, parser);
    }
  }

  private void take(JsonToken token, JsonParser parser) {
    switch (token) {
      case PROPERTY_NAME -> {
        names.pop();
        names.push(parser.getString());
      }
      case START_OBJECT -> nest(NODES.objectNode());
      case START_ARRAY -> nest(NODES.arrayNode());
      case END_OBJECT, END_ARRAY -> {
        open.pop();
        names.pop();
      }
      case VALUE_STRING -> add(NODES.stringNode(parser.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> add(NODES.stringNode(parser.getString()));
      case VALUE_TRUE -> add(NODES.booleanNode(true));
      case VALUE_FALSE -> add(NODES.booleanNode(false));
      default -> {}
    }
  }

  private void nest(ContainerNode<?> node) {
    add(node);
    open.push(node);
    names.push("");
  }

  private void add(JsonNode node) {
    @Nullable ContainerNode<?> holder = open.peek();
    if (holder instanceof ObjectNode object) {
      object.set(names.element(), node);
    } else if (holder instanceof ArrayNode array) {
      array.add(node);
    }
  }
}
