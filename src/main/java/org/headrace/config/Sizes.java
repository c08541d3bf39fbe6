package org.headrace.config;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Amounts of bytes as people write them: {@code 512kB}, {@code 10MB}, {@code 10MiB} (IEC 80000-13).
 */
final class Sizes {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})\\s*([kmg]?)(i?)b?");

  private Sizes() {}

  /** Empty if {@code text} is no amount. */
  static OptionalLong of(String text) {
    Matcher matcher = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    long thousand = matcher.group(3).isEmpty() ? 1000 : 1024;
    int power = " kmg".indexOf(matcher.group(2).isEmpty() ? " " : matcher.group(2));
    long size = Long.parseLong(matcher.group(1));
    for (int i = 0; i < power; i++) {
      size *= thousand;
    }
    return OptionalLong.of(size);
  }
}
