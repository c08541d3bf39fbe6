package org.headrace.filter;

/** What the operator's rules say of an article. */
public sealed interface Verdict {
  /** It is wanted. */
  record Kept() implements Verdict {}

  /** It is not. {@code rule} names the rule that says so, and what of it matched, in words. */
  record Dropped(String rule) implements Verdict {}
}
