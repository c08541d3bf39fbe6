package org.headrace.filter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headrace.model.Rule;
import org.headrace.model.Rule.Condition;
import org.headrace.model.Rule.Field;

/** A rule made ready to be asked of many articles. */
record Wish(int line, List<Check> checks) {

  /** One condition. Gives in words what of it holds; empty if it does not hold. */
  @FunctionalInterface
  interface Check {
    Optional<String> match(Subject subject);
  }

  static Wish of(Rule rule) {
    return new Wish(rule.line(), rule.conditions().stream().map(Wish::check).toList());
  }

  /** In words, all that holds of {@code subject}; empty if not every condition does. */
  Optional<String> match(Subject subject) {
    List<String> held = new ArrayList<>();
    for (Check check : checks) {
      Optional<String> matched = check.match(subject);
      if (matched.isEmpty()) {
        return Optional.empty();
      }
      held.add(matched.get());
    }
    return Optional.of(String.join(", ", held));
  }

  private static Check check(Condition condition) {
    return switch (condition) {
      case Condition.Has(Field field, List<String> values) -> has(field, values);
      case Condition.ShorterThan(int words) ->
          subject -> said(subject.words() < words, "shorter than " + words + " words");
      case Condition.LongerThan(int words) ->
          subject -> said(subject.words() > words, "longer than " + words + " words");
      case Condition.OlderThan(Duration age) ->
          subject -> said(subject.age().compareTo(age) > 0, "older than " + written(age));
    };
  }

  private static Check has(Field field, List<String> values) {
    String name = field.name().toLowerCase(Locale.ROOT);
    List<Term> terms = values.stream().map(value -> Term.of(field, value)).toList();
    return subject ->
        terms.stream()
            .filter(term -> subject.texts(field).stream().anyMatch(term::isIn))
            .findFirst()
            .map(term -> name + " " + term.written());
  }

  private static Optional<String> said(boolean holds, String words) {
    return holds ? Optional.of(words) : Optional.empty();
  }

  /** As a person writes a length of time: 7d, 36h, 1h30m. */
  private static String written(Duration age) {
    return age.equals(Duration.ofDays(age.toDays()))
        ? age.toDays() + "d"
        : age.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
