package org.headrace.parse;

import java.util.Locale;
import java.util.Optional;

/** Yes or no, in the words podcasts use for it. */
final class Flag {
  private Flag() {}

  /** Empty if {@code written} says neither. */
  static Optional<Boolean> read(String written) {
    return switch (written.strip().toLowerCase(Locale.ROOT)) {
      case "yes", "true", "explicit", "1" -> Optional.of(true);
      case "no", "false", "clean", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
