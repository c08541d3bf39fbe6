package org.headrace.fingerprint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.translate.EntityArrays;

/** Decodes the entities that were left over in a text; what is none stays as it is. */
final class Entities {
  private static final int LONGEST = 10;
  private static final Map<String, String> NAMED = named();

  private Entities() {}

  static String decode(String text) {
    int amp = text.indexOf('&');
    if (amp < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int done = 0;
    for (; amp >= 0; amp = text.indexOf('&', amp + 1)) {
      int end = end(text, amp);
      Optional<String> meant = end < 0 ? Optional.empty() : meant(text.substring(amp + 1, end));
      if (meant.isPresent()) {
        decoded.append(text, done, amp).append(meant.get());
        done = end + 1;
      }
    }
    return decoded.append(text, done, text.length()).toString();
  }

  private static int end(String text, int amp) {
    int most = Math.min(text.length(), amp + LONGEST + 2);
    for (int i = amp + 1; i < most; i++) {
      if (text.charAt(i) == ';') {
        return i;
      }
    }
    return -1;
  }

  private static Optional<String> meant(String name) {
    if (!name.startsWith("#")) {
      return Optional.ofNullable(NAMED.get(name));
    }
    boolean isHex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int c =
          isHex
              ? Integer.parseInt(name, 2, name.length(), 16)
              : Integer.parseInt(name, 1, name.length(), 10);
      return Character.isValidCodePoint(c) ? Optional.of(Character.toString(c)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> named() {
    Map<String, String> named = new HashMap<>();
    Stream.of(
            EntityArrays.BASIC_UNESCAPE,
            EntityArrays.ISO8859_1_UNESCAPE,
            EntityArrays.HTML40_EXTENDED_UNESCAPE)
        .forEach(
            list -> list.forEach((entity, meant) -> named.put(name(entity), meant.toString())));
    named.put("apos", "'");
    return Map.copyOf(named);
  }

  private static String name(CharSequence entity) {
    return entity.subSequence(1, entity.length() - 1).toString();
  }
}
