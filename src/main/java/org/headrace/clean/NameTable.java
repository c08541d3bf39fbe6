package org.headrace.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds names that stand within a text, in any case, without taking them out of it.
 *
 * @param <T> what a name stands for
 */
final class NameTable<T> {
  /** Both a letter and its capital, and no two letters alike. */
  private static final int SMALL = 0x20;

  /** Hashed, each where it belongs or in the next free place; empty where none is. */
  private final String[] names;

  private final List<Optional<T>> meanings;

  /**
   * Of names in small ASCII letters, digits and marks.
   *
   * @param byName what each stands for
   */
  NameTable(Map<String, T> byName) {
    int size = Integer.highestOneBit(byName.size()) * 4;
    names = new String[size];
    Arrays.fill(names, "");
    meanings = new ArrayList<>(Collections.nCopies(size, Optional.empty()));
    byName.forEach(this::put);
  }

  private void put(String name, T meaning) {
    int place = place(name, 0, name.length());
    names[place] = name;
    meanings.set(place, Optional.of(meaning));
  }

  /** What the ASCII letters of {@code text} between two places stand for; empty if nothing. */
  Optional<T> find(String text, int from, int to) {
    return meanings.get(place(text, from, to));
  }

  /** Where the name is, or would be. */
  private int place(String text, int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = hash * 31 + (text.charAt(at) | SMALL);
    }
    int place = hash & (names.length - 1);
    while (!names[place].isEmpty() && !isAt(place, text, from, to)) {
      place = (place + 1) & (names.length - 1);
    }
    return place;
  }

  private boolean isAt(int place, String text, int from, int to) {
    String name = names[place];
    return name.length() == to - from && text.regionMatches(true, from, name, 0, to - from);
  }
}
