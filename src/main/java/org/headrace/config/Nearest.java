package org.headrace.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that was probably meant. */
final class Nearest {
  private static final int MOST_EDITS = 2;
  private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(MOST_EDITS);

  private Nearest() {}

  /** The one of {@code known} that is fewest edits from {@code word}; empty if none is near. */
  static Optional<String> to(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> edits(word, candidate) >= 0)
        .min(Comparator.comparingInt(candidate -> edits(word, candidate)));
  }

  private static int edits(String word, String candidate) {
    return DISTANCE.apply(plain(word), plain(candidate));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
