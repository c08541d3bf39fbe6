package org.headrace.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every key of the operator's files as a Markdown document, made from their schemas. */
public final class Reference {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final StringBuilder text = new StringBuilder();
  private final JsonNode schema;
  private final Set<String> told = new HashSet<>();

  private Reference(JsonNode schema) {
    this.schema = schema;
  }

  /** The whole document. */
  public static String text() {
    return "# Reference\n\nEvery key of both files, made from their schemas by `headrace schema"
        + " --markdown`. Lengths of time are written 500ms, 30s, 15m,\n2h or 7d, amounts of bytes"
        + " 512kB or 10MB.\n"
        + of(Schemas.SOURCES, "sources.yaml")
        + of(Schemas.SETTINGS, "headrace.yaml");
  }

  private static String of(Schemas which, String file) {
    JsonNode schema = JSON.readTree(which.text());
    Reference reference = new Reference(schema);
    reference.text.append("\n## ").append(file).append("\n");
    reference.group("", schema);
    return reference.text.toString();
  }

  /** A table of the keys of an object, then the objects among them. */
  private void group(String path, JsonNode object) {
    if (!path.isEmpty()) {
      text.append("\n### ").append(path).append('\n');
    }
    text.append('\n').append(object.path("description").asString("")).append("\n\n");
    text.append("| key | what it says | default |\n| --- | --- | --- |\n");
    Set<String> demanded = new TreeSet<>();
    object.path("required").forEach(key -> demanded.add(key.asString()));
    List<Map.Entry<String, JsonNode>> groups = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
      JsonNode value = resolved(property.getValue());
      row(property.getKey(), property.getValue(), value, demanded.contains(property.getKey()));
      JsonNode inner = value.has("items") ? resolved(value.path("items")) : value;
      if (inner.has("properties") && told.add(inner.path("title").asString(property.getKey()))) {
        groups.add(Map.entry(property.getKey(), inner));
      }
    }
    groups.forEach(
        inner ->
            group(path.isEmpty() ? inner.getKey() : path + "." + inner.getKey(), inner.getValue()));
  }

  private void row(String key, JsonNode written, JsonNode value, boolean demanded) {
    String what = written.path("description").asString(value.path("description").asString(""));
    text.append("| `").append(key).append("` | ").append(cell(what));
    if (value.has("enum")) {
      List<String> choices = new ArrayList<>();
      value.path("enum").forEach(choice -> choices.add("`" + choice.asString() + "`"));
      text.append(" One of ").append(String.join(", ", choices)).append('.');
    }
    JsonNode standard = written.has("default") ? written.path("default") : value.path("default");
    text.append(" | ").append(demanded ? "needed" : standard(standard)).append(" |\n");
  }

  private static String standard(JsonNode value) {
    String plain = value.isString() ? value.asString() : value.toString();
    return value.isMissingNode() || plain.isEmpty() || plain.equals("[]") || plain.equals("{}")
        ? "none"
        : cell(plain);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;").replace('\n', ' ');
  }

  private JsonNode resolved(JsonNode node) {
    String ref = node.path("$ref").asString("");
    return ref.isEmpty() ? node : schema.at(ref.substring(1));
  }
}
