package org.headrace.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Holds a file against its JSON Schema and says in words what does not fit. */
final class SchemaCheck {
  private final Schema schema;

  private SchemaCheck(Schema schema) {
    this.schema = schema;
  }

  /** The schema kept beside this class under {@code name}. */
  static SchemaCheck named(String name) {
    try (InputStream in = SchemaCheck.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: no " + name);
      }
      return new SchemaCheck(
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void check(YamlTree tree, Faults faults) {
    for (Error error : schema.validate(tree.root())) {
      tell(error, tree, faults);
    }
  }

  private void tell(Error error, YamlTree tree, Faults faults) {
    String at = error.getInstanceLocation().toString();
    switch (error.getKeyword()) {
      case "additionalProperties" -> unknownKey(error, at, tree, faults);
      case "required" ->
          faults.error(
              tree.value(at),
              "missing-key",
              "%s needs \"%s\"".formatted(subject(error), error.getProperty()),
              "");
      case "minProperties" ->
          faults.error(
              tree.value(at), "missing-key", subject(error) + " needs at least one key", "");
      case "enum" -> notAllowed(error, at, tree, faults);
      case "type" ->
          faults.error(
              tree.value(at),
              "wrong-type",
              "%s must be %s, not %s"
                  .formatted(name(at), kinds(error.getSchemaNode()), kind(error.getInstanceNode())),
              otherForm(error));
      case "pattern", "format" -> {
        // Whoever reads the value says it better; the schema says it for editors.
      }
      default ->
          faults.error(tree.value(at), "not-allowed", name(at) + " " + error.getMessage(), "");
    }
  }

  private void unknownKey(Error error, String at, YamlTree tree, Faults faults) {
    String key = error.getProperty();
    List<String> known = new ArrayList<>(home(error).path("properties").propertyNames());
    faults.error(
        tree.key(YamlTree.child(at, key)),
        "unknown-key",
        "unknown key \"%s\" in %s".formatted(key, subject(error)),
        Nearest.to(key, known).orElse(""));
  }

  private void notAllowed(Error error, String at, YamlTree tree, Faults faults) {
    List<String> allowed = new ArrayList<>();
    home(error).path("enum").forEach(value -> allowed.add(value.asString()));
    String written = error.getInstanceNode().asString("");
    faults.error(
        tree.value(at),
        "not-allowed",
        "%s must be %s, not \"%s\"".formatted(name(at), choice(allowed), written),
        Nearest.to(written, allowed).orElseGet(() -> YesOrNo.meant(written, allowed)));
  }

  /** The same value in the form that is wanted: "local" is [local], "200" is 200. */
  private static String otherForm(Error error) {
    String written = error.getInstanceNode().asString("").strip();
    String wanted = error.getSchemaNode().asString("");
    boolean plain =
        !written.isEmpty() && written.chars().allMatch(c -> Character.isLetterOrDigit(c));
    if (!error.getInstanceNode().isString() || !plain) {
      return "";
    }
    return switch (wanted) {
      case "array" -> "[" + written + "]";
      case "integer" -> written.matches("[0-9]{1,9}") ? written : "";
      default -> "";
    };
  }

  /** The schema object whose keyword was hurt. */
  private JsonNode home(Error error) {
    String pointer = error.getSchemaLocation().getFragment().toString();
    return schema.getSchemaNode().at(pointer.substring(0, pointer.lastIndexOf('/')));
  }

  private String subject(Error error) {
    return Optional.of(home(error).path("title").asString(""))
        .filter(title -> !title.isEmpty())
        .orElse("this file");
  }

  private static String name(String pointer) {
    for (String part : List.of(pointer.split("/")).reversed()) {
      if (!part.isEmpty() && !part.chars().allMatch(Character::isDigit)) {
        return part;
      }
    }
    return "this";
  }

  static String choice(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }

  private static String kinds(JsonNode type) {
    List<String> names = new ArrayList<>();
    if (type.isArray()) {
      type.forEach(one -> names.add(kind(one.asString())));
    } else {
      names.add(kind(type.asString()));
    }
    return choice(names);
  }

  private static String kind(String type) {
    return switch (type) {
      case "string" -> "text";
      case "object" -> "keys with values";
      case "array" -> "a list";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      default -> type;
    };
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "text";
      case OBJECT -> "keys with values";
      case ARRAY -> "a list";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      default -> "nothing";
    };
  }
}
