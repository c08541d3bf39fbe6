package org.headrace.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the codes of faults mean, at more length than a message may have. */
public final class FaultCodes {
  private static final Map<String, String> MEANINGS = read();

  private FaultCodes() {}

  /** Every code there is. */
  public static Set<String> all() {
    return MEANINGS.keySet();
  }

  /** What {@code code} means; empty if there is no such code. */
  public static Optional<String> meaning(String code) {
    return Optional.ofNullable(MEANINGS.get(code));
  }

  /** The code that was probably meant. */
  public static Optional<String> nearest(String code) {
    return Nearest.to(code, MEANINGS.keySet());
  }

  private static Map<String, String> read() {
    try (InputStream in = FaultCodes.class.getResourceAsStream("codes.md")) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: no codes.md");
      }
      Map<String, String> meanings = new LinkedHashMap<>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : text.split("(?m)^## ", -1)) {
        int end = part.indexOf('\n');
        if (!part.startsWith("#") && end > 0) {
          meanings.put(part.substring(0, end).strip(), part.substring(end + 1).strip());
        }
      }
      return meanings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
