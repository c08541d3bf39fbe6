package org.headrace.clean;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules for attributes that hold no address: each lets pass one small grammar and nothing else. */
final class Values {
  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_QUERY = 500;

  private Values() {}

  static AttributeRule text() {
    return (value, around) -> Optional.of(cut(XmlText.legal(value), LONGEST_TEXT));
  }

  /** Present or not, whatever it says. */
  static AttributeRule flag() {
    return (value, around) -> Optional.of("");
  }

  /** Whole numbers up to {@code most}, with a sign where HTML allows one. */
  static AttributeRule number(int most) {
    return (value, around) ->
        Optional.of(value.strip()).filter(v -> isNumber(v) && Math.abs(Long.parseLong(v)) <= most);
  }

  /** Number of pixels, as HTML reads it: digits, perhaps a fraction, a unit that is ignored. */
  static AttributeRule length() {
    return (value, around) -> {
      String size = value.strip();
      String digits = size.replaceFirst("(px|%)$", "");
      boolean plain = digits.length() <= 8 && consistsOf(digits, "0123456789.");
      return plain && !digits.isEmpty() ? Optional.of(size) : Optional.empty();
    };
  }

  /** One of a few words, in any case. */
  static AttributeRule oneOf(String... words) {
    Set<String> known = Set.of(words);
    return (value, around) ->
        Optional.of(value.strip()).filter(v -> known.contains(v.toLowerCase(Locale.ROOT)));
  }

  /** The list types {@code 1 a A i I}, in which case counts. */
  static AttributeRule listType() {
    Set<String> types = Set.of("1", "a", "A", "i", "I", "disc", "circle", "square");
    return (value, around) -> Optional.of(value.strip()).filter(types::contains);
  }

  /** Language tag (RFC 5646). */
  static AttributeRule language() {
    return (value, around) ->
        Optional.of(value.strip())
            .filter(tag -> tag.length() <= 35 && tag.chars().allMatch(Values::isTagLetter));
  }

  /** Date, time or duration of HTML. */
  static AttributeRule dateTime() {
    return (value, around) ->
        Optional.of(value.strip())
            .filter(v -> v.length() <= 60)
            .filter(v -> v.chars().allMatch(c -> isTagLetter(c) || ":.+ ,/".indexOf(c) >= 0));
  }

  /** Media type with parameters, such as {@code video/mp4; codecs="avc1"}. */
  static AttributeRule mediaType() {
    return (value, around) ->
        Optional.of(value.strip())
            .filter(v -> v.length() <= 200)
            .filter(v -> v.chars().allMatch(c -> isTagLetter(c) || "/;=\"'.,+ ".indexOf(c) >= 0));
  }

  /** Media queries and source sizes: lengths, comparisons, brackets. */
  static AttributeRule mediaQuery() {
    return (value, around) ->
        Optional.of(value.strip())
            .filter(v -> v.length() <= LONGEST_QUERY && !v.isEmpty())
            .filter(
                v ->
                    v.chars().allMatch(c -> isTagLetter(c) || "().,:<>=%*/+ \n\t".indexOf(c) >= 0));
  }

  /** The classes of code, if one of them names its language. */
  static AttributeRule codeClass() {
    return (value, around) -> codeClasses(value);
  }

  static Optional<String> codeClasses(String value) {
    String classes =
        Arrays.stream(value.strip().split("\\s+"))
            .filter(token -> token.length() <= 50)
            .filter(token -> token.chars().allMatch(c -> isTagLetter(c) || "_+#.".indexOf(c) >= 0))
            .limit(10)
            .collect(Collectors.joining(" "));
    return Optional.of(classes).filter(c -> c.toLowerCase(Locale.ROOT).contains("lang"));
  }

  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean inPair = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, inPair ? most - 1 : most);
  }

  private static boolean isNumber(String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    return !digits.isEmpty() && digits.length() <= 9 && consistsOf(digits, "0123456789");
  }

  private static boolean consistsOf(String text, String letters) {
    return text.chars().allMatch(c -> letters.indexOf(c) >= 0);
  }

  private static boolean isTagLetter(int c) {
    int lower = c | 0x20;
    return (c < 0x80 && lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }
}
