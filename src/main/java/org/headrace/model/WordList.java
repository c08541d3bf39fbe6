package org.headrace.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists that come with the program: text beside the class that uses it. */
public final class WordList {
  private WordList() {}

  /**
   * The lines of a list as they stand, without blank ones and without remarks: lines that begin
   * with {@code #}.
   *
   * @param user the class that lies beside the list
   * @throws IllegalStateException if the list is not there
   */
  public static List<String> lines(Class<?> user, String name) {
    try (InputStream list = user.getResourceAsStream(name)) {
      if (list == null) {
        throw new IllegalStateException("the program is incomplete: " + name + " is missing");
      }
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /**
   * The same for a list whose lines are {@code key: value}: the values of each key, in the order of
   * the list.
   */
  public static Map<String, List<String>> keyed(Class<?> user, String name) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String line : lines(user, name)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        values
            .computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
    return values;
  }
}
