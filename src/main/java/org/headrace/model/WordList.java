package org.headrace.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
}
