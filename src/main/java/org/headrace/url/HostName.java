package org.headrace.url;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names of machines, in the spelling that goes into DNS. */
final class HostName {
  private static final int LONGEST = 253;
  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

  /** Browsers let these pass: names that break rules of style only. */
  private static final Set<IDNA.Error> TOLERATED =
      Set.of(
          IDNA.Error.LEADING_HYPHEN,
          IDNA.Error.TRAILING_HYPHEN,
          IDNA.Error.HYPHEN_3_4,
          IDNA.Error.EMPTY_LABEL);

  private HostName() {}

  /** The host as DNS knows it, lower case; empty if it cannot be one. */
  static Optional<String> ascii(String host) {
    if (host.startsWith("[")) {
      return Optional.of(host.toLowerCase(Locale.ROOT)).filter(HostName::isBracketed);
    }
    String decoded = PercentEncoding.decode(host);
    if (decoded.isEmpty() || decoded.length() > LONGEST) {
      return Optional.empty();
    }
    String lower = decoded.toLowerCase(Locale.ROOT);
    if (isName(lower) && !lower.contains("xn--")) {
      return Optional.of(lower);
    }
    IDNA.Info info = new IDNA.Info();
    String ascii = UTS46.nameToASCII(decoded, new StringBuilder(), info).toString();
    boolean sound =
        TOLERATED.containsAll(info.getErrors()) && !ascii.isEmpty() && ascii.length() <= LONGEST;
    return sound && isName(ascii) ? Optional.of(ascii) : Optional.empty();
  }

  private static boolean isName(String host) {
    return !host.startsWith(".") && !host.contains("..") && consistsOfNameLetters(host);
  }

  private static boolean consistsOfNameLetters(String host) {
    for (int at = 0; at < host.length(); at++) {
      char c = host.charAt(at);
      if (!isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isBracketed(String host) {
    return host.endsWith("]")
        && host.substring(1, host.length() - 1)
            .chars()
            .allMatch(
                c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == ':' || c == '.');
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
