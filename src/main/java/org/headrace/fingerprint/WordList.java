package org.headrace.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lists of words that come with the program. */
final class WordList {
  private WordList() {}

  /** The words of each line. Lines that begin with {@code #} are remarks. */
  static List<List<String>> rows(String name) {
    try (InputStream list = WordList.class.getResourceAsStream(name)) {
      if (list == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.strip().split(" +")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
