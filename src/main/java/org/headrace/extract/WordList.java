package org.headrace.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the word lists beside the classes: {@code key: value}, a hash begins a comment. */
final class WordList {
  private WordList() {}

  /** The lines under each key, in the order of the file. */
  static Map<String, List<String>> read(String name) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    try (InputStream in = WordList.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("word list is missing: " + name);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0 && line.charAt(0) != '#') {
          lists
              .computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
              .add(line.substring(colon + 1).strip());
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return lists;
  }
}
