package org.headrace.clean;

import java.util.Optional;
import java.util.function.Function;

/**
 * The candidates of a {@code srcset}.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute">HTML,
 *     parsing a srcset attribute</a>
 */
final class SourceSet {
  private static final int MOST_CANDIDATES = 50;

  private final String text;
  private int at;

  private SourceSet(String text) {
    this.text = text;
  }

  /** Each candidate with its address cleaned; those whose address or descriptor is bad are gone. */
  static Optional<String> clean(String value, Function<String, Optional<String>> address) {
    SourceSet set = new SourceSet(value);
    StringBuilder kept = new StringBuilder(value.length() + 64);
    int candidates = 0;
    while (set.skipToCandidate() && candidates < MOST_CANDIDATES) {
      String reference = set.reference();
      String descriptor = reference.endsWith(",") ? "" : set.descriptor();
      Optional<String> found =
          isDescriptor(descriptor)
              ? address.apply(withoutTrailingCommas(reference))
              : Optional.empty();
      if (found.isPresent()) {
        candidates++;
        kept.append(kept.isEmpty() ? "" : ", ").append(found.get());
        kept.append(descriptor.isEmpty() ? "" : " ").append(descriptor);
      }
    }
    return kept.isEmpty() ? Optional.empty() : Optional.of(kept.toString());
  }

  private boolean skipToCandidate() {
    while (at < text.length() && (isSpace(text.charAt(at)) || text.charAt(at) == ',')) {
      at++;
    }
    return at < text.length();
  }

  private String reference() {
    int start = at;
    while (at < text.length() && !isSpace(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private String descriptor() {
    int comma = text.indexOf(',', at);
    int end = comma < 0 ? text.length() : comma;
    String found = text.substring(at, end).strip();
    at = end;
    return found;
  }

  /** None, a width such as 800w, or a density such as 1.5x. */
  private static boolean isDescriptor(String text) {
    if (text.isEmpty()) {
      return true;
    }
    String number = text.substring(0, text.length() - 1);
    return (text.endsWith("w") || text.endsWith("x"))
        && !number.isEmpty()
        && number.length() <= 6
        && Values.isDigits(number, true);
  }

  private static String withoutTrailingCommas(String reference) {
    int end = reference.length();
    while (end > 0 && reference.charAt(end - 1) == ',') {
      end--;
    }
    return reference.substring(0, end);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }
}
