package org.headrace.fingerprint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.WordList;

/** Small numbers written as words: in news a seven is as much a figure as a 7. */
final class NumberWords {
  private static final Map<String, String> FIGURES = read();

  private NumberWords() {}

  /** The figure a word stands for; {@code word} in lower case, without accents. */
  static Optional<String> figure(String word) {
    return Optional.ofNullable(FIGURES.get(word));
  }

  private static Map<String, String> read() {
    Map<String, String> figures = new HashMap<>();
    for (String line : WordList.lines(NumberWords.class, "number-words.txt")) {
      List<String> words = List.of(line.split(" +"));
      words.forEach(word -> figures.put(word, words.getFirst()));
    }
    return Map.copyOf(figures);
  }
}
