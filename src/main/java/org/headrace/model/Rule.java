package org.headrace.model;

import java.time.Duration;
import java.util.List;

/**
 * One wish of the operator about the entries of a source.
 *
 * @param effect what becomes of an entry that it matches
 * @param line where it stands in the operator's file, counted from 1
 * @param conditions all of them must hold; at least one
 */
public record Rule(Effect effect, int line, List<Condition> conditions) {

  public Rule {
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException("a rule needs a condition: line " + line);
    }
    conditions = List.copyOf(conditions);
  }

  /** What becomes of an entry that a rule matches. */
  public enum Effect {
    /** It is left out. */
    DROP,
    /** It stays, unless another rule drops it. What matches no such rule is left out. */
    KEEP
  }

  /** Where in an article a rule looks. */
  public enum Field {
    TITLE,
    TEXT,
    AUTHOR,
    CATEGORY,
    LINK,
    LANGUAGE,
    SOURCE
  }

  /** What must hold of an article. */
  public sealed interface Condition {
    /**
     * A field has one of some values.
     *
     * @param values as the operator wrote them, checked before; at least one
     */
    record Has(Field field, List<String> values) implements Condition {
      public Has {
        values = List.copyOf(values);
      }
    }

    /** Its text has fewer words. */
    record ShorterThan(int words) implements Condition {}

    /** Its text has more words. */
    record LongerThan(int words) implements Condition {}

    /** It was published longer ago. */
    record OlderThan(Duration age) implements Condition {}
  }
}
