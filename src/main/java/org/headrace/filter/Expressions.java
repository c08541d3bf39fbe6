package org.headrace.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** Regular expressions as they are written in a rule: {@code /^Sponsored/}, or with an i behind. */
final class Expressions {
  private static final int LONGEST = 1_000;
  private static final int MOST_STEPS = 10_000;
  private static final String FLAGS_ELSEWHERE = "dgimsuvxy";
  private static final String MARKS_OF_EXPRESSIONS = "\\^$*+?()[]{}|";

  private Expressions() {}

  /** True for what stands between slashes; all else is plain words. */
  static boolean isOne(String written) {
    String flags = flags(written);
    return body(written) > 0 && (flags.isEmpty() || flags.equals("i"));
  }

  /**
   * What {@link #isOne} as a pattern.
   *
   * @throws PatternSyntaxException if it cannot be read; an IllegalArgumentException
   */
  static Pattern compile(String written) {
    return Pattern.compile(
        written.substring(1, 1 + body(written)),
        flags(written).isEmpty() ? 0 : Pattern.CASE_INSENSITIVE);
  }

  /** What is wrong with a term, be it an expression or plain words. */
  static Optional<TermFault> fault(String written) {
    if (written.isBlank()) {
      return fault(written, "there is nothing to look for");
    }
    if (written.length() > LONGEST) {
      return fault(written, "this is longer than %d characters".formatted(LONGEST));
    }
    if (isOne(written)) {
      return faultOfExpression(written);
    }
    if (body(written) > 0
        && flags(written).chars().allMatch(c -> FLAGS_ELSEWHERE.indexOf(c) >= 0)) {
      return Optional.of(
          new TermFault(
              "only i may stand behind a regular expression, not \"%s\"".formatted(flags(written)),
              body(written) + 2,
              flags(written).length()));
    }
    boolean unclosed =
        written.startsWith("/")
            && written.chars().anyMatch(c -> MARKS_OF_EXPRESSIONS.indexOf(c) >= 0);
    return unclosed
        ? fault(written, "a regular expression ends with a slash, or with /i")
        : Optional.empty();
  }

  private static Optional<TermFault> faultOfExpression(String written) {
    try {
      return compile(written).programSize() > MOST_STEPS
          ? fault(written, "this regular expression takes more than %d steps".formatted(MOST_STEPS))
          : Optional.empty();
    } catch (PatternSyntaxException e) {
      String part = e.getPattern();
      int at = part.isEmpty() ? -1 : written.indexOf(part, 1);
      String words = "this is not a regular expression: " + e.getDescription();
      return at < 0
          ? fault(written, words)
          : Optional.of(new TermFault(words + " in " + part, at, part.length()));
    }
  }

  private static Optional<TermFault> fault(String written, String words) {
    return Optional.of(new TermFault(words, 0, Math.max(1, written.length())));
  }

  /** How long what stands between the first slash and the last is; 0 if there are no two. */
  private static int body(String written) {
    return written.startsWith("/") ? Math.max(0, written.lastIndexOf('/') - 1) : 0;
  }

  private static String flags(String written) {
    return written.substring(written.lastIndexOf('/') + 1);
  }
}
