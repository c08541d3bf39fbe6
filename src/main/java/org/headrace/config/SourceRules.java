package org.headrace.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headrace.filter.Filter;
import org.headrace.filter.TermFault;
import org.headrace.model.Rule;
import org.headrace.model.Rule.Condition;
import org.headrace.model.Rule.Effect;
import org.headrace.model.Rule.Field;
import tools.jackson.databind.JsonNode;

/** Reads what a source drops and keeps. */
final class SourceRules {
  private final Faults faults;
  private final YamlTree tree;

  SourceRules(Faults faults, YamlTree tree) {
    this.faults = faults;
    this.tree = tree;
  }

  /** The rules of the source at {@code at}, in the order of their lines. */
  List<Rule> of(JsonNode source, String at) {
    List<Rule> rules = new ArrayList<>();
    for (Effect effect : Effect.values()) {
      String key = effect.name().toLowerCase(Locale.ROOT);
      JsonNode list = source.path(key);
      for (int i = 0; i < list.size() && list.isArray(); i++) {
        String ruleAt = "%s/%s/%d".formatted(at, key, i);
        List<Condition> conditions = conditions(list.get(i), ruleAt);
        if (!conditions.isEmpty()) {
          rules.add(new Rule(effect, tree.value(ruleAt).line(), conditions));
        }
      }
    }
    return List.copyOf(rules);
  }

  private List<Condition> conditions(JsonNode rule, String at) {
    List<Condition> conditions = new ArrayList<>();
    for (Field field : Field.values()) {
      String key = field.name().toLowerCase(Locale.ROOT);
      List<String> values = values(rule.path(key), at + "/" + key);
      if (!values.isEmpty()) {
        conditions.add(new Condition.Has(field, values));
      }
    }
    words(rule.path("shorter-than")).map(Condition.ShorterThan::new).ifPresent(conditions::add);
    words(rule.path("longer-than")).map(Condition.LongerThan::new).ifPresent(conditions::add);
    age(rule, at).map(Condition.OlderThan::new).ifPresent(conditions::add);
    return conditions;
  }

  private List<String> values(JsonNode written, String at) {
    List<String> values = new ArrayList<>();
    if (written.isString()) {
      values.add(value(written, at));
    }
    for (int i = 0; i < written.size() && written.isArray(); i++) {
      if (written.get(i).isString()) {
        values.add(value(written.get(i), at + "/" + i));
      }
    }
    return values;
  }

  private String value(JsonNode written, String at) {
    String value = written.asString().strip();
    Filter.fault(value)
        .ifPresent(
            fault ->
                faults.error(
                    place(tree.value(at), value, fault),
                    value.startsWith("/") ? "bad-regex" : "not-allowed",
                    fault.words(),
                    ""));
    return value;
  }

  /** The faulty part, if the value stands in the file letter by letter, bare or in quotes. */
  private static Place place(Place whole, String value, TermFault fault) {
    int quotes = whole.length() - value.length();
    return !value.isEmpty() && (quotes == 0 || quotes == 2)
        ? new Place(whole.line(), whole.column() + quotes / 2 + fault.at(), fault.length())
        : whole;
  }

  private static Optional<Integer> words(JsonNode written) {
    return written.isIntegralNumber() && written.canConvertToInt()
        ? Optional.of(written.intValue())
        : Optional.empty();
  }

  private Optional<Duration> age(JsonNode rule, String at) {
    if (!rule.path("older-than").isString()) {
      return Optional.empty();
    }
    String written = rule.path("older-than").asString().strip();
    Optional<Duration> age = Durations.of(written);
    if (age.isEmpty()) {
      faults.error(
          tree.value(at + "/older-than"),
          "not-a-duration",
          Durations.fault(written, "not a length of time (30m, 2h, 1d)"),
          Durations.correction(written));
    }
    return age;
  }
}
