package org.headrace.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Words that carry grammar rather than content, in the languages most feeds are written in. */
final class FunctionWords {
  private static final Set<String> WORDS = read();

  private FunctionWords() {}

  /** True for a function word; {@code word} in lower case, without accents. */
  static boolean contains(String word) {
    return WORDS.contains(word);
  }

  private static Set<String> read() {
    try (InputStream list = FunctionWords.class.getResourceAsStream("function-words.txt")) {
      if (list == null) {
        throw new IllegalStateException("function-words.txt is missing from the program");
      }
      Set<String> words = new TreeSet<>();
      new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> words.addAll(List.of(line.strip().split(" +"))));
      return Set.copyOf(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
