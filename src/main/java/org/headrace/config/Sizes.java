package org.headrace.config;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.OptionalLong;

/** Amounts of bytes as people write them: {@code 512kB}, {@code 10MB} (1 kB is 1,024 bytes). */
final class Sizes {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})\\s*([kmg]?)i?b?");

  private Sizes() {}

  /** Empty if {@code text} is no amount. */
  static OptionalLong of(String text) {
    Matcher matcher = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    int shift =
        switch (matcher.group(2)) {
          case "k" -> 10;
          case "m" -> 20;
          case "g" -> 30;
          default -> 0;
        };
    return OptionalLong.of(Long.parseLong(matcher.group(1)) << shift);
  }
}
