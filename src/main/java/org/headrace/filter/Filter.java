package org.headrace.filter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Article;
import org.headrace.model.Rule;

/**
 * Which articles of a source are wanted. What a drop rule matches is not; if there are keep rules,
 * what none of them matches is not either. A drop rule outranks a keep rule.
 */
public final class Filter {
  private final List<Wish> drops;
  private final List<Wish> keeps;

  private Filter(List<Wish> drops, List<Wish> keeps) {
    this.drops = drops;
    this.keeps = keeps;
  }

  /**
   * A filter by {@code rules}; without any, all is wanted.
   *
   * @throws IllegalArgumentException if a value has a {@link #fault}
   */
  public static Filter of(List<Rule> rules) {
    return new Filter(tests(rules, Rule.Effect.DROP), tests(rules, Rule.Effect.KEEP));
  }

  /** What is wrong with a value of a rule; empty if it can be used. */
  public static Optional<TermFault> fault(String value) {
    return Expressions.fault(value);
  }

  /** What the rules say of {@code article}, whose age is reckoned up to {@code now}. */
  public Verdict verdict(Article article, Instant now) {
    Subject subject = new Subject(article, now);
    for (Wish drop : drops) {
      Optional<String> matched = drop.match(subject);
      if (matched.isPresent()) {
        return new Verdict.Dropped("drop in line %d: %s".formatted(drop.line(), matched.get()));
      }
    }
    boolean kept =
        keeps.isEmpty() || keeps.stream().anyMatch(keep -> keep.match(subject).isPresent());
    return kept ? new Verdict.Kept() : new Verdict.Dropped(unkept());
  }

  private String unkept() {
    int line = keeps.getFirst().line();
    return keeps.size() == 1
        ? "keep in line %d does not match".formatted(line)
        : "none of the %d keep rules from line %d on matches".formatted(keeps.size(), line);
  }

  private static List<Wish> tests(List<Rule> rules, Rule.Effect effect) {
    return rules.stream().filter(rule -> rule.effect() == effect).map(Wish::of).toList();
  }
}
