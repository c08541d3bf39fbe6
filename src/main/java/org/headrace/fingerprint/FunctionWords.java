package org.headrace.fingerprint;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headrace.model.WordList;

/** Words that carry grammar rather than content, in the languages most feeds are written in. */
final class FunctionWords {
  private static final Set<String> WORDS =
      WordList.lines(FunctionWords.class, "function-words.txt").stream()
          .flatMap(line -> Stream.of(line.split(" +")))
          .collect(Collectors.toUnmodifiableSet());

  private FunctionWords() {}

  /** True for a function word; {@code word} in lower case, without accents. */
  static boolean contains(String word) {
    return WORDS.contains(word);
  }
}
