package org.headrace.fingerprint;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that carry grammar rather than content, in the languages most feeds are written in. */
final class FunctionWords {
  private static final Set<String> WORDS =
      WordList.rows("function-words.txt").stream()
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());

  private FunctionWords() {}

  /** True for a function word; {@code word} in lower case, without accents. */
  static boolean contains(String word) {
    return WORDS.contains(word);
  }
}
