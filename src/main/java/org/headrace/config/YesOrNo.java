package org.headrace.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What is meant by yes and no where other words are wanted. */
final class YesOrNo {
  private static final List<String> YES = List.of("yes", "true", "on");
  private static final List<String> NO = List.of("no", "false", "off", "none");
  private static final List<String> YES_WORDS = List.of("allow", "always", "respect", "auto");
  private static final List<String> NO_WORDS = List.of("refuse", "never", "ignore", "off");

  private YesOrNo() {}

  /** The word of {@code allowed} that says so; empty if there is none. */
  static String meant(String written, Collection<String> allowed) {
    String word = written.toLowerCase(Locale.ROOT);
    List<String> words = YES.contains(word) ? YES_WORDS : NO.contains(word) ? NO_WORDS : List.of();
    return words.stream().filter(allowed::contains).findFirst().orElse("");
  }
}
