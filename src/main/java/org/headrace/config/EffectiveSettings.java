package org.headrace.config;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.headrace.fetch.Secrets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every key of {@code headrace.yaml} with what counts for it, and where that stands. */
public final class EffectiveSettings {
  private static final JsonNode SCHEMA = new ObjectMapper().readTree(Schemas.SETTINGS.text());

  private EffectiveSettings() {}

  /**
   * What counts for one key.
   *
   * @param key with those above it, such as {@code web.listen}
   * @param value as it is written; nothing secret is shown
   * @param line of the file where it stands, from 1; empty if the default counts
   * @param meaning a sentence
   */
  public record Setting(String key, String value, OptionalInt line, String meaning) {}

  /** All keys in the order of the schema, as {@code text} sets them. */
  public static List<Setting> of(String text) {
    return of(text, "");
  }

  /** The same, where {@code shared} has a value for what {@code text} does not set. */
  public static List<Setting> of(String text, String shared) {
    YamlTree tree = YamlTree.read(text, new Faults("")).over(YamlTree.read(shared, new Faults("")));
    List<Setting> settings = new ArrayList<>();
    collect(SCHEMA, "", "", tree, settings);
    return settings;
  }

  private static void collect(
      JsonNode schema, String above, String pointer, YamlTree tree, List<Setting> settings) {
    for (var property : schema.path("properties").properties()) {
      String key = above + property.getKey();
      String at = YamlTree.child(pointer, property.getKey());
      if (property.getValue().has("properties")) {
        collect(property.getValue(), key + ".", at, tree, settings);
      } else {
        settings.add(setting(key, at, property.getValue(), tree));
      }
    }
  }

  private static Setting setting(String key, String at, JsonNode schema, YamlTree tree) {
    JsonNode written = tree.root().at(at);
    boolean set = !written.isMissingNode() && !written.isNull();
    return new Setting(
        key,
        shown(key, set ? written : schema.path("default")),
        set ? OptionalInt.of(tree.key(at).line()) : OptionalInt.empty(),
        schema.path("description").asString(""));
  }

  /** A token that stands in the file itself is a fault; it is not shown all the same. */
  private static String shown(String key, JsonNode value) {
    String text =
        value.isString() ? value.asString() : value.isMissingNode() ? "" : value.toString();
    if (key.equals("web.token") && !text.isEmpty() && !Secrets.isReference(text)) {
      return "(a secret)";
    }
    int login = text.startsWith("jdbc:") ? text.indexOf('?') : -1;
    return login < 0 ? text : text.substring(0, login) + "?…";
  }
}
